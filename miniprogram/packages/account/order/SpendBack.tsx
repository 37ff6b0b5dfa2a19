// What the bill gives back; the wallet knows where it counts.
import type { OrderView } from '../../../../src/contracts/values';
import { yuanText } from '../../../components/price/money';
import { spendBackLine } from '../../../features/paying/spend-back-words';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import { OrderLine } from './OrderCard';

interface SpendBackProps {
  readonly order: OrderView;
  readonly now: number;
}

export function SpendBack({ order, now }: SpendBackProps) {
  const lots = useWalletSummary().data?.lots ?? [];
  const line = spendBackLine(order, { lots, now });
  if (line === undefined) return null;
  return (
    <OrderLine title={line.title} note={line.note}>
      {yuanText(order.spendBackFen)}
    </OrderLine>
  );
}
