// The lower part of the amount's card: the bill once there is an amount, and why there is none.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Notice } from '../../components/notice/Notice';
import { failureText } from '../../features/errors/error-text';
import { BillLines } from '../../features/paying/BillLines';
import { quoteLines, rebateText } from '../../features/paying/bill-words';
import type { BillInHand } from '../../features/paying/use-bill';
import { useSpendBackText } from '../../features/paying/use-spend-back';
import { Skeleton } from '../../components/skeleton/Skeleton';
import styles from './Pay.module.scss';

export interface BillCardProps {
  readonly bill: BillInHand;
  /** The bill is being paid: it is what it is. */
  readonly isPaying: boolean;
  readonly onChooseCoupons: () => void;
  readonly onRetry: () => void;
}

export function BillCard({ bill, isPaying, onChooseCoupons, onRetry }: BillCardProps) {
  const { quote, amountFen, isQuoted, failure, choice } = bill;
  const spendBack = useSpendBackText(quote);
  if (amountFen === 0) {
    return <Text className={classes(styles.before)}>输入金额后，自动选出最省的用券办法。</Text>;
  }
  if (failure !== null) {
    return (
      <View className={classes(styles.inCard)}>
        <Notice
          kind="warning"
          text={failureText(failure)}
          action={{ text: '再试', onTap: onRetry }}
          className="js-quote-failed"
        />
      </View>
    );
  }
  if (quote === undefined) return <BillSkeleton />;
  return (
    <BillLines
      bill={quote.bill}
      groups={quoteLines(quote, choice)}
      onChooseCoupons={quote.lots.length === 0 ? undefined : onChooseCoupons}
      earning={rebateText(quote.bill, quote)}
      spendBack={spendBack}
      isStale={!isQuoted && !isPaying}
    />
  );
}

function BillSkeleton() {
  return (
    <View className={classes(styles.inCard, styles.billSkeleton)}>
      <Skeleton />
      <Skeleton />
      <Skeleton width="most" />
    </View>
  );
}
