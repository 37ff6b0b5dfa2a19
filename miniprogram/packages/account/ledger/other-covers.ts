// Coupons that no dividend brought: how many are out, and whose money stands behind each kind.
import { add, fen, NO_FEN, type Fen } from '../../../../src/domain/money/amounts';
import { coverBy, type Cover, type Ledger } from './ledger-words';

export interface OtherCover {
  readonly name: '活动券' | '奖励券';
  /** Whose money it is. */
  readonly note: string;
  readonly cover: Cover;
  /** Comes on top: rewards of which no coupons were made yet. */
  readonly waitingFen: Fen;
}

export interface OtherCoupons {
  /** Those with something in them. */
  readonly covers: readonly OtherCover[];
  /** Coupons behind which nothing stands: the shop that takes one bears it. */
  readonly shopsFen: Fen;
}

export function otherCoupons({ fund }: Pick<Ledger, 'fund'>): OtherCoupons {
  return {
    covers: [activityCover(fund), fanCover(fund)].filter(isSomething),
    shopsFen: fen(fund.shopCouponsFen),
  };
}

function activityCover({ activityFen, activityCouponsFen }: Ledger['fund']): OtherCover {
  return {
    name: '活动券',
    note: '办活动时先拿出来的钱，没领走的也备着',
    cover: coverBy({ behindFen: fen(activityFen), outFen: fen(activityCouponsFen) }),
    waitingFen: NO_FEN,
  };
}

function fanCover({ fanFreeFen, fanCommittedFen, fanCouponsFen }: Ledger['fund']): OtherCover {
  return {
    name: '奖励券',
    note: '从让利里来，奖给带来顾客的商家',
    cover: coverBy({ behindFen: fen(fanCommittedFen), outFen: fen(fanCouponsFen) }),
    waitingFen: fen(fanFreeFen),
  };
}

function isSomething({ cover, waitingFen }: OtherCover): boolean {
  return add(add(cover.behindFen, cover.outFen), waitingFen) > 0;
}
