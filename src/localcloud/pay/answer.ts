// The answers of WeChat Pay. A refusal of the business is an answer, not an error: result_code FAIL
// with err_code and err_code_des, as callers of WeChat Pay know it.

export type PayFields = Readonly<Record<string, unknown>>;
export type PayAnswer = Record<string, string | number | Record<string, string>>;

export function success(fields: PayAnswer = {}): PayAnswer {
  return { return_code: 'SUCCESS', return_msg: 'OK', result_code: 'SUCCESS', ...fields };
}

export function refusal(code: string, description: string): PayAnswer {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    result_code: 'FAIL',
    err_code: code,
    err_code_des: description,
  };
}

export function textOf(fields: PayFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

const maxFee = 100_000_000;

export function isFee(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= maxFee;
}
