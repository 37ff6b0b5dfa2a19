// Templates as WeChat would give them, for the demo and for tests: ids and keywords are invented.
const keywords = { name: 'thing1', amount: 'amount2', date: 'date3', note: 'thing4' };

export const localTemplates = JSON.stringify({
  arrived: { id: 'local-arrived', keywords },
  expiring: { id: 'local-expiring', keywords },
  refunded: { id: 'local-refunded', keywords },
});
