// Coupons are apart by what covers them: the journal names of a lot, and the fund behind it.
// Source: docs/domain/coupons.md.
import type { Balances } from './balances';
import type { HeldDocument, LotDocument } from './documents';
import { least } from './numbers';

type Funded = Pick<LotDocument, 'fundedBy' | 'campaignId'>;

const FAMILIES: Readonly<Record<string, string>> = {
  dividend: 'coupons',
  fan: 'fan-coupons',
  activity: 'activity-coupons',
  issuer: 'activity-coupons',
  acceptor: 'shop-coupons',
};

export const COUPON_FAMILIES = ['coupons', 'fan-coupons', 'activity-coupons', 'shop-coupons'];

export function nameOfLot(account: string, lot: LotDocument): string {
  return `${familyOf(lot)}/${account}/${lot.id}`;
}

/** The outside of a fund's coupons. */
export function outsideOf(lot: Funded): string {
  return `${familyOf(lot)}/issued`;
}

function familyOf({ fundedBy }: Funded): string {
  return FAMILIES[fundedBy] ?? `no family for coupons of ${fundedBy}`;
}

/** What pays the shop for a lot; nothing for what the shop bears itself. */
export function fundBehind({ fundedBy, campaignId = '' }: Funded): string | undefined {
  switch (fundedBy) {
    case 'dividend':
      return 'fund/dividend/committed';
    case 'fan':
      return 'fund/fan/committed';
    case 'acceptor':
      return undefined;
    default:
      return `fund/activity/${campaignId}`;
  }
}

/** A shop's own offer is in nobody's wallet. */
export function isInWallet({ lot }: HeldDocument): boolean {
  return lot.source !== 'shop';
}

/** What leaves the wallet: an offer leaves whole, whatever it pays. */
export function leaves({ lot, amountFen }: HeldDocument): bigint {
  return BigInt(lot.kind === 'offer' ? lot.balanceFen : amountFen);
}

/** Cover of coupons that are given up becomes free; a campaign's budget stays where it is. */
function freeCover(balances: Balances, family: string, amount: bigint): void {
  if (family === 'coupons') balances.move('fund/dividend/committed', 'fund/dividend/free', amount);
  if (family === 'fan-coupons') balances.move('fund/fan/committed', 'fund/fan/free', amount);
}

/**
 * Coupons of a name go back to their fund; those taken before their dividend repay that first.
 * @returns what of it repaid an advance
 */
export function giveUp(
  balances: Balances,
  { name, amount, advance }: { name: string; amount: bigint; advance: bigint },
): bigint {
  const [family = '', account = '', lot = ''] = name.split('/');
  const repaid = lot.startsWith('advance-') ? least(amount, advance) : 0n;
  balances.move(name, `advance/${account}`, repaid);
  balances.move(name, `${family}/issued`, amount - repaid);
  freeCover(balances, family, amount);
  return repaid;
}
