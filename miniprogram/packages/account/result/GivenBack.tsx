// 消费返券 that came with this bill. The wallet knows where they count.
import { useEffect } from 'react';
import { Text } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { givenBackText } from '../../../features/paying/spend-back-words';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import styles from './Result.module.scss';

interface GivenBackProps {
  readonly order: OrderView;
  readonly now: number;
}

export function GivenBack({ order, now }: GivenBackProps) {
  const { data, refetch } = useWalletSummary();
  // What was asked before the payment was seen does not have them yet.
  useEffect(() => void refetch(), [refetch]);
  const text = givenBackText(order, { lots: data?.lots ?? [], now });
  if (text === undefined) return null;
  return <Text className={classes(styles.why, 'js-result-back')}>{text}</Text>;
}
