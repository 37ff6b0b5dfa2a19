// Coupons, points and savings in one card; it leads to the wallet.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { pointsText } from '../../components/price/money';
import { Price } from '../../components/price/Price';
import { Skeleton } from '../../components/skeleton/Skeleton';
import { failureText } from '../../features/errors/error-text';
import type { useWalletSummary } from '../../queries/use-wallet-summary';
import { goToTab } from '../../routes';
import styles from './MyFigures.module.scss';

export function MyFigures({ wallet }: { readonly wallet: ReturnType<typeof useWalletSummary> }) {
  const { data, error, isPending } = wallet;
  if (isPending) return <Waiting />;
  if (data === undefined) {
    return (
      <View className={classes(styles.card, 'js-retry')} onClick={() => void wallet.refetch()}>
        <Text className={classes(styles.failed)}>{`${failureText(error)}，点这里再试`}</Text>
        <Icon name="refresh" size={20} />
      </View>
    );
  }
  return (
    <View className={classes(styles.card, 'js-figures')} onClick={() => goToTab('wallet')}>
      <Figure name="消费券">
        <Price amountFen={data.balanceFen} size="medium" />
      </Figure>
      <Figure name="积分">
        <Text className={classes(styles.points)}>{pointsText(data.points)}</Text>
      </Figure>
      <Figure name="累计已省">
        <Price amountFen={data.savedFen} size="medium" />
      </Figure>
    </View>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <View className={classes(styles.figure)}>
      {children}
      <Text className={classes(styles.name)}>{name}</Text>
    </View>
  );
}

function Waiting() {
  return (
    <View className={classes(styles.card)}>
      {[0, 1, 2].map((index) => (
        <View key={index} className={classes(styles.figure)}>
          <Skeleton shape="title" width="most" />
          <Skeleton width="half" />
        </View>
      ))}
    </View>
  );
}
