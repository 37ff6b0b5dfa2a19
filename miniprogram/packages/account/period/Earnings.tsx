// The bills behind my points, newest first, and what they add up to.
import { Text, View } from '@tarojs/components';
import { centipoints, totalPoints } from '../../../../src/domain/money/amounts';
import type { Earning } from '../../../../src/contracts/wallet';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { pointsText } from '../../../components/price/money';
import { dayText } from '../../../components/time/day-text';
import { goTo, routes } from '../../../routes';
import { earningText } from './period-steps';
import styles from './Period.module.scss';

interface EarningsProps {
  readonly earnings: readonly Earning[];
  readonly isAll: boolean;
  readonly eligiblePoints: number;
}

export function Earnings({ earnings, isAll, eligiblePoints }: EarningsProps) {
  return (
    <View className={classes(styles.earnings)}>
      <View className={classes(styles.earningsHead)}>
        <Text className={classes(styles.cardTitle)}>生效积分从这些账单来</Text>
        <Sum earnings={earnings} isAll={isAll} eligiblePoints={eligiblePoints} />
      </View>
      {earnings.map((earning) => (
        <EarningRow key={earning.orderId} earning={earning} />
      ))}
    </View>
  );
}

function Sum({ earnings, isAll, eligiblePoints }: EarningsProps) {
  const sum = totalPoints(earnings.map(({ points }) => centipoints(points)));
  return (
    <View className={classes(styles.sum, 'js-earnings-sum')}>
      {isAll && sum === eligiblePoints && <Icon name="check" size={16} />}
      <Text>
        {isAll
          ? `共 ${earnings.length} 笔，合计 ${pointsText(sum)}`
          : `已列出 ${earnings.length} 笔，合计 ${pointsText(sum)}；往下看其余的`}
      </Text>
    </View>
  );
}

function EarningRow({ earning }: { readonly earning: Earning }) {
  const { orderId, merchantName, placedAt, points } = earning;
  return (
    <View
      className={classes(styles.earning, 'js-earning')}
      onClick={() => goTo(routes.order(orderId))}
    >
      <View className={classes(styles.earningText)}>
        <View className={classes(styles.stepHead)}>
          <Text className={classes(styles.shop)}>{merchantName}</Text>
          <Text className={classes(styles.earned)}>{`+${pointsText(points)}`}</Text>
        </View>
        <Text className={classes(styles.day)}>{dayText(placedAt)}</Text>
        <Text className={classes(styles.note)}>{earningText(earning)}</Text>
      </View>
      <Icon name="right" size={14} className={styles.chevron} />
    </View>
  );
}
