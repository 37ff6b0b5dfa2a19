import { joined, nextStart } from '../../miniprogram/queries/use-nearby-merchants';
import { aCard } from '../support/merchant-card';

jest.mock('../../miniprogram/queries/ask', () => ({ ask: jest.fn() }));

const page = (distances: readonly number[], isLast = false) => ({
  site: null,
  merchants: distances.map((distanceMetres) =>
    aCard({ id: `m-${distanceMetres}`, distanceMetres }),
  ),
  isLast,
});

describe('where the next page begins', () => {
  test('at the last distance of the one before', () => {
    expect(nextStart(page([10, 523]))).toBe(523);
  });

  test('nowhere after the last page', () => {
    expect(nextStart(page([10, 523], true))).toBeUndefined();
  });
});

describe('pages put together', () => {
  test('have each shop once, in the order in which they came', () => {
    const pages = [page([10, 522, 523]), page([522, 523, 600], true)];
    const all = joined({ pages, pageParams: [0, 522] });
    expect(all.merchants.map(({ distanceMetres }) => distanceMetres)).toEqual([10, 522, 523, 600]);
    expect(all.isLast).toBe(true);
  });
});
