// Compiled, never run: units do not mix.
import { add, centipoints, fen, ppb, releaseOf, shareOf, type Fen } from './amounts';

// @ts-expect-error a bare number is no money
export const bare: Fen = 5;
// @ts-expect-error points are not fen
export const mixed: Fen = centipoints(5);
// @ts-expect-error a sum written by hand loses its unit
export const byHand: Fen = fen(1) + fen(2);
// @ts-expect-error a dividend rate is not a rebate rate
export const wrongRate: Fen = shareOf(fen(100), ppb(5));
// @ts-expect-error money is not released on, points are
export const onMoney: Fen = releaseOf(fen(100), ppb(5));
export const right: Fen = add(fen(1), fen(2));
