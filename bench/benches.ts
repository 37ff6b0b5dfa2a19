// All benches by the name that `npm run bench -- --only <name>` takes, in the order of the report.
import { actions } from './actions';
import { coldStart } from './cold-start';
import { dividends } from './dividends';
import { firstPage } from './first-page';
import { nearby } from './nearby';
import { oneShop } from './one-shop';
import { ordersPerSecond } from './orders-per-second';
import { packages } from './packages';
import type { Bench } from './section';

export const benches: Readonly<Record<string, Bench>> = {
  actions,
  nearby,
  dividends,
  'one-shop': oneShop,
  'orders': ordersPerSecond,
  'cold-start': coldStart,
  packages,
  'first-page': firstPage,
};
