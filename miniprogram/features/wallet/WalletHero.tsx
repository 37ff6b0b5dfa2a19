// What the wallet holds: its balance in one figure, and how many offers beside it.
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../cloud/types';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { Price } from '../../components/price/Price';
import { goTo, routes } from '../../routes';
import { offersIn } from './lot-words';
import styles from './WalletHero.module.scss';

export interface WalletHeroProps {
  readonly summary: OutputOf<'wallet', 'summary'>;
}

export function WalletHero({ summary }: WalletHeroProps) {
  const { balanceFen, lots, heldFen, savedFen, paidOrders } = summary;
  const offers = offersIn(lots);
  return (
    <View className={classes(styles.hero)}>
      <View className={classes(styles.head)}>
        <Text className={classes(styles.label)}>待使用</Text>
        <View
          className={classes(styles.statement, 'js-statement')}
          onClick={() => goTo(routes.statement())}
        >
          <Text>明细</Text>
          <Icon name="right" size={12} />
        </View>
      </View>
      <Price
        amountFen={balanceFen}
        size={balanceFen < 100_000_000 ? 'huge' : 'large'}
        className={classes(styles.balance, 'js-wallet-balance')}
      />
      <View className={classes(styles.facts)}>
        {heldFen > 0 && (
          <View
            className={classes(styles.fact, styles.held, 'js-wallet-held')}
            onClick={() => goTo(routes.orders())}
          >
            <Text className={classes(styles.label)}>占用中</Text>
            <View className={classes(styles.figure)}>
              <Price amountFen={heldFen} />
              <Icon name="right" size={12} />
            </View>
          </View>
        )}
        {offers > 0 && (
          <View className={classes(styles.fact)}>
            <Text className={classes(styles.label)}>优惠券</Text>
            <Text className={classes(styles.count, 'js-wallet-offers')}>{`${offers} 张`}</Text>
          </View>
        )}
        <View className={classes(styles.fact)}>
          <Text className={classes(styles.label)}>累计已省</Text>
          <Price amountFen={savedFen} />
        </View>
        <View className={classes(styles.fact)}>
          <Text className={classes(styles.label)}>付款笔数</Text>
          <Text className={classes(styles.count)}>{paidOrders}</Text>
        </View>
      </View>
    </View>
  );
}
