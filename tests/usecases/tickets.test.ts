// Questions and complaints: filed once, answered in time, and nobody else's.
import { randomUUID } from 'node:crypto';
import { MAX_OPEN_TICKETS } from '../../src/domain/tickets/ticket';
import { DAY } from '../../src/domain/time';
import { accountOf } from '../../src/wxcloud/identity';
import { worldOn } from '../support/audit';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { lin, MONDAY_MORNING, newcomer, noodleShop, wang } from '../support/fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(async () => {
  await cloud.close();
});

const question = (text: string) => ({
  requestId: randomUUID(),
  kind: 'question' as const,
  text,
});
const listOf = async (openid: string) =>
  valueOf(await cloud.callAs(openid)('account', 'listTickets', {})).tickets;

test('a complaint about an order is filed with the day of its answer, and shows no account', async () => {
  const bought = { openid: lin, merchantCode: noodleShop.code, amountFen: 9_00 };
  const { id: orderId } = await cloud.buy(bought);
  const complaint = { ...question('  少了一碗面 '), kind: 'complaint' as const, orderId };
  const { ticket } = valueOf(await cloud.callAs(lin)('account', 'fileTicket', complaint));
  const createdAt = Date.parse(MONDAY_MORNING);
  expect(ticket).toEqual({
    ...{ id: ticket.id, kind: 'complaint', text: '少了一碗面', orderId, state: 'open' },
    ...{ createdAt, dueAt: createdAt + 7 * DAY },
  });
  expect(await listOf(lin)).toEqual([ticket]);
  expect(await listOf(wang)).toEqual([]);
});

test('the same request is the same ticket, also at once; another text under it is refused', async () => {
  const call = cloud.callAs(newcomer);
  const asked = question('什么时候派券？');
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => call('account', 'fileTicket', asked)),
  );
  expect(new Set(answers.map((answer) => valueOf(answer).ticket.id)).size).toBe(1);
  await cloud.advanceClock(60);
  expect(await call('account', 'fileTicket', asked)).toEqual(answers[0]);
  for (const other of [{ text: '别的' }, { kind: 'privacy' as const }]) {
    expect(await call('account', 'fileTicket', { ...asked, ...other })).toMatchObject({
      error: { code: 'request-id-reused' },
    });
  }
  expect(await listOf(newcomer)).toHaveLength(1);
});

test('the same requestId of somebody else is a ticket of their own', async () => {
  const asked = question('两个人');
  const mine = valueOf(await cloud.callAs('one')('account', 'fileTicket', asked));
  const theirs = valueOf(await cloud.callAs('two')('account', 'fileTicket', asked));
  expect(mine.ticket.id).not.toBe(theirs.ticket.id);
});

test("another person's order, and one that is not there, are refused alike", async () => {
  const { id } = await cloud.buy({ openid: lin, merchantCode: noodleShop.code, amountFen: 9_00 });
  for (const orderId of [id, '0'.repeat(32)]) {
    const asked = { ...question('这是谁的单？'), orderId };
    expect(await cloud.callAs(wang)('account', 'fileTicket', asked)).toEqual({
      ok: false,
      error: { code: 'order-not-found' },
    });
  }
  expect(await listOf(wang)).toEqual([]);
});

test('so many may be open and no more; a repeat and an answer make way, and the newest stand first', async () => {
  const openid = 'asks-a-lot';
  const call = cloud.callAs(openid);
  const asked = Array.from({ length: MAX_OPEN_TICKETS }, (_, n) => question(`第 ${n} 个问题`));
  for (const each of asked) {
    await cloud.advanceClock(1);
    valueOf(await call('account', 'fileTicket', each));
  }
  const refused = { ok: false, error: { code: 'too-many-tickets' } };
  expect(await call('account', 'fileTicket', question('再一个'))).toEqual(refused);
  const [first] = asked;
  if (first === undefined) throw new Error('nothing was asked');
  expect(valueOf(await call('account', 'fileTicket', first)).ticket.text).toBe('第 0 个问题');
  expect((await listOf(openid)).map(({ text }) => text)).toEqual(
    asked.map(({ text }) => text).reverse(),
  );

  const { cloud: store } = worldOn(cloud, () => 0);
  const where = { account: accountOf(openid), text: first.text };
  const [ticket] = await store.find('tickets', { where, limit: 1 });
  if (ticket === undefined) throw new Error('not filed');
  await store.transact(async (transaction) => {
    const answer = { answer: '每天都看。', answeredAt: ticket.createdAt + DAY };
    await transaction.set('tickets', { ...ticket, ...answer, state: 'answered' });
    return { commit: true, value: null };
  });
  expect((await call('account', 'fileTicket', question('再一个'))).ok).toBe(true);
  const answered = (await listOf(openid)).find(({ state }) => state === 'answered');
  expect(answered).toMatchObject({ text: first.text, answer: '每天都看。' });
});
