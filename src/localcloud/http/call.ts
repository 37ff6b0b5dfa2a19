// POST /call/<function>: what wx.cloud.callFunction does in the mini-program.
import { CloudError } from '../errors';
import type { FunctionRuntime } from '../functions/runtime';

/** What a failed call looks like to the mini-program. */
interface ClientError {
  readonly errCode: number;
  readonly errMsg: string;
}

/** The mini-program's own limit of a result. */
const maxClientResultBytes = 1024 * 1024;

const numbers: Readonly<Record<string, number>> = {
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  FUNCTION_NOT_FOUND: -501000,
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: -604001,
};
const texts: Readonly<Record<number, string>> = {
  [-504002]: 'functions execute fail',
  [-504001]: 'functions request fail',
};

/**
 * Calls a function as a person in the mini-program.
 * @returns the result as JSON
 * @throws CloudError as the function or its limits make it fail
 */
export async function callAsClient(
  runtime: FunctionRuntime,
  call: { name: string; event: unknown; openid: string; appId: string },
): Promise<string> {
  const { name, event, openid, appId } = call;
  const isObject = typeof event === 'object' && event !== null && !Array.isArray(event);
  // The cloud adds who calls. It can be forged by other ways of calling, so it proves nothing.
  const userInfo = { appId, openId: openid };
  const sent = isObject ? { ...event, userInfo } : (event ?? { userInfo });
  const text = await runtime.invoke(name, JSON.stringify(sent), { source: 'wx_client', openid });
  if (Buffer.byteLength(text) > maxClientResultBytes) {
    throw new CloudError(
      'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
      'cloudfunction result size exceed limit (1MB)',
    );
  }
  return text;
}

export function toClientError(error: unknown): ClientError {
  const code = error instanceof CloudError ? error.code : 'SYS_ERR';
  const errCode = numbers[code] ?? -501001;
  const message = error instanceof Error ? error.message : String(error);
  const known = texts[errCode] ?? '';
  return {
    errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${known} | errMsg: ${message}`,
  };
}
