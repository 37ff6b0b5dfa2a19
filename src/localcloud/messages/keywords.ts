// What the keywords of a subscription message may hold; the type is the keyword without its number.
// Source: 订阅消息参数值内容限制说明.

const day = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})`;
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const time = `(?:${day} ?)?${clock}`;
const date = `${day}(?: ?${clock})?`;
const oneOrTwo = (moment: string): RegExp => new RegExp(`^${moment}(?:~${moment})?$`);

const forms: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/,
  number: /^(?=.{1,32}$)-?\d+(?:\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: oneOrTwo(time),
  date: oneOrTwo(date),
  amount: /^[¥￥$€£]?\d{1,10}(?:\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u,
  name: /^(?:(?=.*\p{Script=Han})[^\d]{1,10}|[^\d\p{Script=Han}]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** What is wrong with a value; nothing when it fits, also for types without a documented form. */
export function keywordFault(keyword: string, value: unknown): 'is empty' | 'invalid' | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (text === undefined || text === null || text === '') return 'is empty';
  if (typeof text !== 'string') return 'invalid';
  const form = forms[keyword.replace(/\d+$/, '')];
  return form === undefined || form.test(text) ? undefined : 'invalid';
}
