// Subscription messages: what people allow, what would have been sent to them.
import { closeClouds, failure, type Fields, openCloud, sdk, type TestCloud } from './fixture';

const paidTemplate = 'tmpl-paid';
const clock = '2026-05-01T00:00:00.000Z';
const options = {
  ...{ clock, control: true },
  miniProgram: {
    pages: ['pages/order/index'],
    templates: { [paidTemplate]: ['thing1', 'amount2', 'time3'], other: ['thing1'] },
  },
};
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud(options);
});
afterAll(closeClouds);

const control = async (method: string, path: string, body?: Fields) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${cloud.url}/control${path}`, init);
  return { status: response.status, body: (await response.json()) as Fields };
};
const inboxOf = async (openid: string) => {
  const { messages } = (await control('GET', '/messages')).body as { messages: Fields[] };
  return messages.filter((message) => message['openid'] === openid);
};
const allow = (openid: string, times: number, templateId = paidTemplate) =>
  control('POST', '/messages/allow', { openid, templateId, times });
const data = {
  thing1: { value: '面馆-牛肉面' },
  amount2: { value: '88.00元' },
  time3: { value: '2026年5月1日 08:00' },
};
const send = (touser: string, more: Fields = {}) =>
  sdk.openapi['subscribeMessage']?.['send']?.({
    ...{ touser, templateId: paidTemplate, data, page: 'pages/order/index?id=1' },
    ...more,
  }) as Promise<Fields>;

test('sends as many messages as a person has allowed, and refuses the next', async () => {
  await allow('oAlice', 2);
  expect(await send('oAlice')).toMatchObject({ errCode: 0 });
  await send('oAlice', { miniprogramState: 'trial' });
  const seen = await failure(send('oAlice'));
  expect(seen).toMatchObject({ errCode: 43101 });
  expect(seen.message).toContain('user refuse to accept the msg');
  const content = {
    ...{ templateId: paidTemplate, page: 'pages/order/index?id=1', state: 'formal' },
    data: { thing1: '面馆-牛肉面', amount2: '88.00元', time3: '2026年5月1日 08:00' },
  };
  expect(await inboxOf('oAlice')).toEqual([
    { at: clock, kind: 'subscribe', openid: 'oAlice', content },
    { at: clock, kind: 'subscribe', openid: 'oAlice', content: { ...content, state: 'trial' } },
  ]);
});

test('sets what is allowed instead of adding to it, for each person and template', async () => {
  await allow('oBob', 5);
  await allow('oBob', 1);
  await send('oBob');
  expect((await failure(send('oBob'))).errCode).toBe(43101);
  await allow('oBob', 1, 'other');
  expect((await failure(send('oBob'))).errCode).toBe(43101);
  expect((await failure(send('oCarol'))).errCode).toBe(43101);
});

test.each<[string, Fields, number, string]>([
  ['nobody', { touser: '' }, 40003, 'invalid openid'],
  ['an unknown template', { templateId: 'nope' }, 40037, 'invalid template_id'],
  ['a page that is not published', { page: 'pages/no' }, 41030, 'invalid page'],
  [
    'a keyword that is missing',
    { data: { thing1: data.thing1, amount2: data.amount2 } },
    47003,
    'argument invalid! data.time3.value is empty',
  ],
  [
    'a thing of 21 characters',
    { data: { ...data, thing1: { value: '面'.repeat(21) } } },
    47003,
    'argument invalid! data.thing1.value invalid',
  ],
])('refuses a message with %s, without using an allowance', async (_, more, errCode, why) => {
  await allow('oDave', 1);
  const seen = await failure(send('oDave', more));
  expect(seen.errCode).toBe(errCode);
  expect(seen.message).toContain(why);
  expect(await send('oDave')).toMatchObject({ errCode: 0 });
});

const fits: Fields = {
  ...{ thing1: '面'.repeat(20), number1: '12.5', letter1: 'abc', symbol1: '#*!' },
  ...{ character_string1: 'A-2026/05#1', time1: '15:01', date1: '2019年10月1日' },
  ...{ amount1: '¥1234567890.12', phone_number1: '+86-0766-66888866', car_number1: '粤A8Z888挂' },
  ...{ name1: '张三', phrase1: '配送中吧啊', time2: '15:01~16:30', date2: '2019-10-01 15:01' },
};
const misfits: Fields = {
  ...{ number1: 'abc', letter1: 'a1', symbol1: '######', character_string1: '面' },
  ...{ time1: '2019年10月1日', date1: '15:01', amount1: '12345678901', phone_number1: 'call me' },
  ...{ car_number1: '粤A8Z888挂挂', name1: '张'.repeat(11), phrase1: '六个汉字太多' },
  ...{ phrase2: 'abc', thing2: '', thing3: {} },
};
const one = (keyword: string, value: unknown): Fields => ({ data: { [keyword]: { value } } });

describe('a mini-program that names no templates', () => {
  beforeAll(async () => {
    cloud = await openCloud({ ...options, miniProgram: {} });
  });

  test.each(Object.entries(fits))('sends %s as %j', async (keyword, value) => {
    await allow('oErin', 1);
    expect(await send('oErin', one(keyword, value))).toMatchObject({ errCode: 0 });
  });

  test.each(Object.entries(misfits))('does not send %s as %j', async (keyword, value) => {
    await allow('oErin', 1);
    expect((await failure(send('oErin', one(keyword, value)))).errCode).toBe(47003);
  });

  test('sends no message without a word', async () => {
    expect((await failure(send('oErin', { data: {} }))).errCode).toBe(47003);
  });
});

const accept = async (openid: string, accepted: unknown) => {
  const headers = { 'x-openid': openid };
  const body = JSON.stringify({ accepted });
  return (await fetch(`${cloud.url}/question`, { method: 'POST', headers, body })).status;
};

test('counts one message more each time a person accepts, also without control', async () => {
  await cloud.close();
  cloud = await openCloud({ ...options, control: false });
  expect(await accept('oEve', [paidTemplate, 'other'])).toBe(200);
  expect(await accept('oEve', [paidTemplate])).toBe(200);
  expect(await accept('oEve', [])).toBe(200);
  for (const page of ['pages/order/index?id=1', 'pages/order/index?id=2']) {
    expect(await send('oEve', { page })).toMatchObject({ errCode: 0 });
  }
  expect((await failure(send('oEve'))).errCode).toBe(43101);
  expect((await failure(send('oZoe'))).errCode).toBe(43101);
});

test.each([
  ['', ['t']],
  ['oEve', 't'],
  ['oEve', [1]],
  ['oEve', ['']],
  ['oEve', ['a', 'b', 'c', 'd']],
])('answers 400 to %j accepting %j', async (openid, accepted) => {
  expect(await accept(openid, accepted)).toBe(400);
});

test('keeps what was sent and allowed over a restart', async () => {
  const first = await openCloud(options);
  cloud = first;
  await allow('oFay', 2);
  await send('oFay');
  const { dataDir } = first;
  await first.close();
  cloud = await openCloud({ ...options, dataDir });
  expect(await inboxOf('oFay')).toHaveLength(1);
  await send('oFay');
  expect((await failure(send('oFay'))).errCode).toBe(43101);
});

test.each<Fields>([
  { openid: 'o', templateId: 't', times: -1 },
  { openid: 'o', templateId: 't', times: 1.5 },
  { templateId: 't', times: 1 },
])('answers 400 to an allowance that makes no sense: %j', async (body) => {
  expect((await control('POST', '/messages/allow', body)).status).toBe(400);
});
