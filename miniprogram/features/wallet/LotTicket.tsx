// A coupon as a ticket: what it gives, where and until when. It leads to its own page.
import { Text, View } from '@tarojs/components';
import type { LotView } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { goTo, routes } from '../../routes';
import { BalanceMark, BenefitMark } from './BenefitMark';
import { expiringText, nameText, termsText, validityText } from './lot-words';
import { useCityOf } from './use-city-of';
import styles from './LotTicket.module.scss';

export interface LotTicketProps {
  readonly lot: LotView;
  readonly now: number;
}

export function LotTicket({ lot, now }: LotTicketProps) {
  const expiring = expiringText(lot, now);
  const terms = termsText(lot, useCityOf());
  return (
    <View className={classes(styles.frame)}>
      <View className={classes(styles.ticket, 'js-lot')} onClick={() => goTo(routes.lot(lot.id))}>
        <View className={classes(styles.stub)}>
          {lot.benefit === undefined ? (
            <BalanceMark {...lot} />
          ) : (
            <BenefitMark benefit={lot.benefit} minSpendFen={lot.minSpendFen} />
          )}
        </View>
        <View className={classes(styles.body)}>
          <View className={classes(styles.heading)}>
            <Text className={classes(styles.title)}>{nameText(lot)}</Text>
            {expiring !== undefined && <Text className={classes(styles.soon)}>{expiring}</Text>}
          </View>
          {terms !== '' && <Text className={classes(styles.validity)}>{terms}</Text>}
          <Text className={classes(styles.validity)}>{validityText(lot, now)}</Text>
        </View>
        <Icon name="right" size={14} className={styles.chevron} />
      </View>
    </View>
  );
}
