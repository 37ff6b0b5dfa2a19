// How a rebate is shared: fan reward first, then the payees by basis points, all the rest (every
// rounding crumb and every share without a payee) to the fund that covers coupons.
import {
  basisPoints,
  floorDivide,
  NO_FEN,
  scaleDown,
  shareOf,
  smaller,
  subtract,
  totalFen,
  type BasisPoints,
  type Fen,
} from '../money/amounts';

/** Shares of a rebate in basis points of it; `fanBps` is of the bill. From policy. */
export interface WaterfallRates {
  readonly fanBps: BasisPoints;
  readonly promoterBps: BasisPoints;
  readonly countyBps: BasisPoints;
  readonly cityBps: BasisPoints;
  readonly provinceBps: BasisPoints;
  readonly platformBps: BasisPoints;
}

/** Who takes part, fixed when the order is placed; null leaves the share in the fund. */
export interface Payees {
  /** Account of the merchant whose fan the payer is, or whose entry code brought the visit. */
  readonly fan: string | null;
  readonly promoter: string | null;
  /** Administrative codes of the centres. */
  readonly county: string | null;
  readonly city: string | null;
  readonly province: string | null;
}

export const NO_PAYEES: Payees = {
  fan: null,
  promoter: null,
  county: null,
  city: null,
  province: null,
};

export interface Shares {
  readonly fan: Fen;
  readonly promoter: Fen;
  readonly county: Fen;
  readonly city: Fen;
  readonly province: Fen;
  readonly platform: Fen;
  readonly fund: Fen;
}

/** The fan reward never takes more than a third of the rebate. */
const FAN_PARTS = 3;

/** Shares of a rebate on a bill; they sum to the rebate. */
export function shareRebate({
  amountFen,
  rebateFen,
  payees,
  rates,
}: {
  amountFen: Fen;
  rebateFen: Fen;
  payees: Payees;
  rates: WaterfallRates;
}): Shares {
  const of = (payee: string | null, bps: BasisPoints): Fen =>
    payee === null ? NO_FEN : shareOf(rebateFen, bps);
  const paid = {
    fan:
      payees.fan === null
        ? NO_FEN
        : smaller(shareOf(amountFen, rates.fanBps), floorDivide(rebateFen, FAN_PARTS)),
    promoter: of(payees.promoter, rates.promoterBps),
    county: of(payees.county, rates.countyBps),
    city: of(payees.city, rates.cityBps),
    province: of(payees.province, rates.provinceBps),
    platform: shareOf(rebateFen, rates.platformBps),
  };
  return { ...paid, fund: subtract(rebateFen, totalFen(Object.values(paid))) };
}

/** What stands of the shares when only a part of the bill does; they sum to its rebate. */
export function scaleShares(
  shares: Shares,
  { rebateFen, amountFen, ofFen }: { rebateFen: Fen; amountFen: Fen; ofFen: Fen },
): Shares {
  const scaled = (share: Fen): Fen => scaleDown(share, { part: amountFen, whole: ofFen });
  const stands = {
    fan: scaled(shares.fan),
    promoter: scaled(shares.promoter),
    county: scaled(shares.county),
    city: scaled(shares.city),
    province: scaled(shares.province),
    platform: scaled(shares.platform),
  };
  return { ...stands, fund: subtract(rebateFen, totalFen(Object.values(stands))) };
}

/** Basis points that payees take at most, the fan's third aside. */
export function payeeBps(rates: WaterfallRates): BasisPoints {
  const { promoterBps, countyBps, cityBps, provinceBps, platformBps } = rates;
  return basisPoints(
    [promoterBps, countyBps, cityBps, provinceBps, platformBps].reduce(
      (sum, bps) => sum + Number(bps),
      0,
    ),
  );
}
