// A coupon from its first fen to its balance.
import { fen, negate, subtract, totalFen, type Fen } from '../../../../src/domain/money/amounts';
import type { LotView, OrderView } from '../../../../src/contracts/values';
import type { CouponRow, PeriodView } from '../../../../src/contracts/wallet';
import { nameText, spentTitle } from '../../../features/wallet/lot-words';

export interface SumLine {
  readonly label: string;
  /** Above 0 into the coupon, below 0 out of it. */
  readonly amountFen: Fen;
}

const PARTS: readonly {
  readonly label: string;
  readonly kinds: readonly CouponRow['kind'][];
}[] = [
  { label: '派券到账', kinds: ['given'] },
  { label: '领券', kinds: ['claimed'] },
  { label: '消费返券', kinds: ['earned'] },
  { label: '先用券', kinds: ['advanced'] },
  { label: '退回', kinds: ['returned'] },
  { label: '用掉', kinds: ['spent'] },
  { label: '退款收回', kinds: ['taken-back', 'repaid'] },
  { label: '到期没用完', kinds: ['expired'] },
  { label: '注销时放弃', kinds: ['left'] },
];

/**
 * Lines that add up to the balance: all changes by their kind, and what bills that wait for
 * payment hold. Undefined where rows and balance were read at two moments and do not fit.
 */
export function sumLines(
  rows: readonly CouponRow[],
  balanceFen: number,
): readonly SumLine[] | undefined {
  const changes = PARTS.map(({ label, kinds }) => ({
    label,
    amountFen: totalFen(
      rows.filter(({ kind }) => kinds.includes(kind)).map((row) => fen(row.amountFen)),
    ),
  }));
  const held = subtract(totalFen(changes.map(({ amountFen }) => amountFen)), fen(balanceFen));
  if (held < 0) return undefined;
  return [...changes, { label: '占用中', amountFen: negate(held) }].filter(
    ({ amountFen }) => amountFen !== 0,
  );
}

export interface Hold {
  readonly orderId: string;
  readonly merchantName: string;
  readonly placedAt: number;
  readonly amountFen: Fen;
}

/** Bills that wait for payment and hold a part of this coupon. */
export function holdsOf(orders: readonly OrderView[], lotId: string): readonly Hold[] {
  return orders
    .filter(({ state }) => state === 'placed')
    .flatMap(({ id, merchant, placedAt, uses }) =>
      uses
        .filter((use) => use.lotId === lotId)
        .map(({ amountFen }) => ({
          ...{ orderId: id, merchantName: merchant.name, placedAt },
          amountFen: fen(amountFen),
        })),
    );
}

/** What is known of a coupon, also when it is no longer in the wallet. */
export interface LotFacts {
  /** What it is called: `消费券`, `开城礼`. */
  readonly title: string;
  /** The coupon itself, while the wallet has it. */
  readonly lot?: LotView | undefined;
  readonly isOffer: boolean;
  readonly balanceFen: number;
  /** Absent while nothing says it. */
  readonly expiresAt?: number | undefined;
  readonly state: 'usable' | 'empty' | 'expired';
}

interface Known {
  readonly lotId: string;
  readonly lot: LotView | undefined;
  /** As a bill has kept it. */
  readonly spent?: OrderView['uses'][number] | undefined;
  readonly rows: readonly CouponRow[];
  readonly periods: readonly PeriodView[];
  readonly now: number;
}

/**
 * The wallet shows coupons with a balance. Of any other the bill that used it says what it was, and
 * the latest period that went into it when it ends.
 */
export function lotFacts({ lotId, lot, spent, rows, periods, now }: Known): LotFacts {
  const into = new Set(rows.map(({ period }) => period));
  const ends = periods.filter(({ period }) => into.has(period)).map(({ expiresAt }) => expiresAt);
  const latest = ends.length > 0 ? Math.max(...ends) : undefined;
  const expiresAt = lot?.expiresAt ?? spent?.expiresAt ?? latest;
  const balanceFen = lot?.balanceFen ?? 0;
  const isOver = expiresAt !== undefined && expiresAt <= now;
  return {
    ...{ title: titleOf({ lotId, lot, spent }), lot, balanceFen, expiresAt },
    isOffer: (lot?.benefit ?? spent?.benefit) !== undefined,
    state: isOver ? 'expired' : balanceFen > 0 ? 'usable' : 'empty',
  };
}

function titleOf({ lotId, lot, spent }: Pick<Known, 'lotId' | 'lot' | 'spent'>): string {
  if (lot !== undefined) return nameText(lot);
  return spentTitle(spent ?? { lotId, fundedBy: fundOf(lotId) });
}

/** Of a coupon that nothing is left of but its id. */
function fundOf(lotId: string): LotView['fundedBy'] {
  if (lotId.startsWith('fan-')) return 'fan';
  return lotId.startsWith('c-') ? 'activity' : 'dividend';
}
