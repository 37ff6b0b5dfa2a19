import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import type { ShopFans } from './fans-words';
import styles from './Fans.module.scss';

export function FanFigures({ fans: { fans, balanceFen } }: { readonly fans: ShopFans }) {
  return (
    <View className={classes(styles.card, styles.figures, 'js-fan-figures')}>
      <Figure name="粉丝（人）">
        <Text className={classes(styles.count)}>{fans}</Text>
      </Figure>
      <Figure name="手上的奖励券">
        <Price amountFen={balanceFen} size="large" />
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
