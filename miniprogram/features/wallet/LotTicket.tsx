// A coupon lot as a ticket: what is left of it, where and until when. It leads to its own page.
import { Text, View } from '@tarojs/components';
import type { LotView } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { yuanText } from '../../components/price/money';
import { Price } from '../../components/price/Price';
import { goTo, routes } from '../../routes';
import { expiringText, sourceText, validityText } from './lot-words';
import styles from './LotTicket.module.scss';

export interface LotTicketProps {
  readonly lot: LotView;
  readonly now: number;
}

export function LotTicket({ lot, now }: LotTicketProps) {
  const expiring = expiringText(lot, now);
  const isTouched = lot.balanceFen < lot.faceFen;
  return (
    <View className={classes(styles.frame)}>
      <View className={classes(styles.ticket, 'js-lot')} onClick={() => goTo(routes.lot(lot.id))}>
        <View className={classes(styles.stub)}>
          <Price amountFen={lot.balanceFen} size={sizeOf(lot.balanceFen)} />
          {isTouched && (
            <Text className={classes(styles.face)}>{`原 ${yuanText(lot.faceFen)}`}</Text>
          )}
        </View>
        <View className={classes(styles.body)}>
          <View className={classes(styles.heading)}>
            <Text className={classes(styles.title)}>{sourceText(lot)}</Text>
            {expiring !== undefined && <Text className={classes(styles.soon)}>{expiring}</Text>}
          </View>
          <Text className={classes(styles.validity)}>{validityText(lot, now)}</Text>
        </View>
        <Icon name="right" size={14} className={styles.chevron} />
      </View>
    </View>
  );
}

/** Large balances are set smaller, so that no figure is lost. */
function sizeOf(balanceFen: number): 'large' | 'medium' | 'small' {
  if (balanceFen < 100_000) return 'large';
  return balanceFen < 10_000_000 ? 'medium' : 'small';
}
