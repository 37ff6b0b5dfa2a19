// When coupons are given out and why; past periods, and no bar towards the next one.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { ListRow } from '../../../components/list-row/ListRow';
import { dateText } from '../../../components/price/dates';
import { pointsText, yuanText } from '../../../components/price/money';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useRules } from '../../../queries/use-rules';
import { percentText } from '../../../features/wallet/period-words';
import { goTo, routes } from '../../../routes';
import { ExampleCard } from './ExampleCard';
import { couponRuleTexts, loweredText, type PastPeriod } from './rule-words';
import { RuleCard } from './RuleCard';
import styles from './CouponRules.module.scss';

export function CouponRules() {
  const rules = useRules();
  if (rules.isPending) return <Waiting />;
  if (rules.isError) {
    return <FailedState text={failureText(rules.error)} onRetry={() => void rules.refetch()} />;
  }
  return (
    <View className={classes(styles.page)}>
      {couponRuleTexts(rules.data).map((rule) => (
        <RuleCard key={rule.title} rule={rule} />
      ))}
      <ExampleCard rules={rules.data} />
      <LedgerRow />
      <Text className={classes(styles.heading)}>派过的期</Text>
      {rules.data.periods.length === 0 ? (
        <Text className={classes(styles.none)}>还没有派过。</Text>
      ) : (
        <View className={classes(styles.periods)}>
          {rules.data.periods.map((period) => (
            <Period key={period.period} period={period} />
          ))}
        </View>
      )}
    </View>
  );
}

function LedgerRow() {
  return (
    <View className={classes(styles.periods, styles.ledger)}>
      <ListRow
        icon="rules"
        title="公开账本"
        note="让利进来多少，券用掉多少，备着多少"
        className="js-ledger"
        onTap={() => goTo(routes.ledger())}
      />
    </View>
  );
}

function Period({ period }: { readonly period: PastPeriod }) {
  const lowered = loweredText(period);
  return (
    <View className={classes(styles.period)}>
      <View className={classes(styles.line)}>
        <View className={classes(styles.when)}>
          <Text className={classes(styles.name)}>{`第 ${period.period} 期`}</Text>
          <Text className={classes(styles.day)}>{dateText(period.declaredAt)}</Text>
        </View>
        <Text className={classes(styles.rate)}>{percentText(period.ratePpb)}</Text>
      </View>
      <View className={classes(styles.line, styles.small)}>
        <Text>{`全联盟积分 ${pointsText(period.points)}`}</Text>
        <Text>{`派券 ${yuanText(period.issuedFen)}`}</Text>
      </View>
      {lowered !== undefined && <Text className={classes(styles.lowered)}>{lowered}</Text>}
    </View>
  );
}

function Waiting() {
  return (
    <View className={classes(styles.page)}>
      {[0, 1, 2, 3].map((index) => (
        <View key={index} className={classes(styles.waiting)}>
          <Skeleton shape="title" width="third" />
          <Skeleton />
          <Skeleton width="most" />
        </View>
      ))}
    </View>
  );
}
