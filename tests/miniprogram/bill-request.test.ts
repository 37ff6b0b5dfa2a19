import { requestFor, type AskedOrder } from '../../miniprogram/features/paying/bill-request';

const bill: AskedOrder = {
  merchantCode: 'fruit001',
  table: 'A7',
  amountFen: 10_000,
  uses: [{ lotId: 'lot-1', amountFen: 500 }],
};
const ids = (): (() => string) => {
  let count = 0;
  return () => `id-${++count}`;
};

describe('the id under which a bill is placed', () => {
  it('stays the same over retries of the same bill', () => {
    const newId = ids();
    const first = requestFor(bill, { before: undefined, newId });
    const again = requestFor(
      { ...bill, uses: bill.uses.map((use) => ({ ...use })) },
      { before: first, newId },
    );
    expect([first.requestId, again.requestId]).toEqual(['id-1', 'id-1']);
  });

  const withoutTable: AskedOrder = {
    merchantCode: bill.merchantCode,
    amountFen: bill.amountFen,
    uses: bill.uses,
  };
  it.each<[string, AskedOrder]>([
    ['amount', { ...bill, amountFen: 10_001 }],
    ['shop', { ...bill, merchantCode: 'noodle01' }],
    ['table', { ...bill, table: 'A8' }],
    ['missing table', withoutTable],
    ['coupons', { ...bill, uses: [] }],
    ['coupon amount', { ...bill, uses: [{ lotId: 'lot-1', amountFen: 499 }] }],
    ['lot', { ...bill, uses: [{ lotId: 'lot-2', amountFen: 500 }] }],
  ])('is a new one for another %s', (_, other) => {
    const newId = ids();
    const first = requestFor(bill, { before: undefined, newId });
    expect(requestFor(other, { before: first, newId }).requestId).toBe('id-2');
  });

  it('is a new one for a bill that comes back after another', () => {
    const newId = ids();
    const first = requestFor(bill, { before: undefined, newId });
    const other = requestFor({ ...bill, amountFen: 1 }, { before: first, newId });
    expect(requestFor(bill, { before: other, newId }).requestId).toBe('id-3');
  });
});
