// Reads a bad day from JSON and refuses what it could only misunderstand.
import { type BadDay, faultCodes, faultKinds, type FaultRule, maxSkewSeconds } from './rule';

type Fields = Readonly<Record<string, unknown>>;

/** @throws RangeError that names what is wrong */
export function readBadDay(value: Fields): BadDay {
  const { seed = 0, rules, ...unknown } = value;
  refuseUnknown(unknown, 'the day');
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) {
    throw new RangeError('seed is a whole number');
  }
  if (!Array.isArray(rules)) throw new RangeError('rules is a list');
  return { seed, rules: rules.map((rule: unknown, index) => readRule(rule, `rule ${index}`)) };
}

const readers: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  fault: (value) =>
    typeof value === 'string' && Object.hasOwn(faultKinds, value)
      ? undefined
      : `is one of ${Object.keys(faultKinds).join(', ')}`,
  action: isText,
  function: isText,
  collection: isText,
  rate: (value) => isNumber(value, { min: 0, max: 1 }),
  count: (value) =>
    Number.isSafeInteger(value) ? isNumber(value, { min: 0 }) : 'is a whole number',
  seconds: (value) => isNumber(value, { min: 0 }),
  code: (value) =>
    faultCodes.some((code) => code === value) ? undefined : `is one of ${faultCodes.join(', ')}`,
  isDone: (value) => (typeof value === 'boolean' ? undefined : 'is true or false'),
};

function readRule(value: unknown, name: string): FaultRule {
  if (typeof value !== 'object' || value === null) throw new RangeError(`${name} is no object`);
  const fields = value as Fields;
  if (!('fault' in fields)) throw new RangeError(`${name} names no fault`);
  for (const [field, content] of Object.entries(fields)) {
    const read = readers[field];
    if (!read) refuseUnknown({ [field]: content }, name);
    const wrong = read?.(content);
    if (wrong !== undefined) throw new RangeError(`${name}: ${field} ${wrong}`);
  }
  const rule = fields as unknown as FaultRule;
  if (rule.fault === 'clock-skew' && (rule.seconds ?? 0) > maxSkewSeconds) {
    throw new RangeError(`${name}: clocks are wrong by at most ${maxSkewSeconds} seconds`);
  }
  return rule;
}

function refuseUnknown(fields: Fields, name: string): void {
  const [field] = Object.keys(fields);
  if (field !== undefined) throw new RangeError(`${name} has an unknown field ${field}`);
}

function isText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? undefined : 'is a text';
}

function isNumber(
  value: unknown,
  { min, max = Number.MAX_SAFE_INTEGER }: { min: number; max?: number },
): string | undefined {
  return typeof value === 'number' && value >= min && value <= max
    ? undefined
    : `is a number from ${min} to ${max}`;
}
