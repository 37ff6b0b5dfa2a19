// 我来过: my latest bills here, each a way to its order.
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { pointsText, yuanText } from '../../../components/price/money';
import { useVisits } from '../../../queries/use-visits';
import { goTo, routes } from '../../../routes';
import { useNow } from '../../../session/use-now';
import { lastVisitText, visitDayText } from './shop-words';
import styles from './VisitsCard.module.scss';
import shop from './Shop.module.scss';

const SEEN = 3;

/** Nothing for somebody who was never here: the page is complete without it. */
export function VisitsCard({ merchantCode }: { readonly merchantCode: string }) {
  const orders = useVisits(merchantCode).data?.orders ?? [];
  const now = useNow();
  const [last] = orders;
  if (last === undefined) return null;
  return (
    <View className={classes(shop.card, 'js-visits')}>
      <View className={classes(styles.heading)}>
        <Text className={classes(styles.title)}>我来过</Text>
        <Text className={classes(styles.last)}>{lastVisitText(last)}</Text>
      </View>
      {orders.slice(0, SEEN).map((order) => (
        <Visit key={order.id} order={order} now={now} />
      ))}
    </View>
  );
}

function Visit({ order, now }: { readonly order: OrderView; readonly now: number }) {
  const { id, bill, placedAt } = order;
  return (
    <View
      className={classes(styles.visit, 'js-visit')}
      role="button"
      onClick={() => goTo(routes.order(id))}
    >
      <Text className={classes(styles.day)}>{visitDayText(placedAt, now)}</Text>
      {bill.payerPoints > 0 && (
        <Text className={classes(styles.points)}>{`${pointsText(bill.payerPoints)} 积分`}</Text>
      )}
      <Text className={classes(styles.amount)}>{yuanText(bill.amountFen)}</Text>
      <Icon name="right" size={12} className={styles.arrow} />
    </View>
  );
}
