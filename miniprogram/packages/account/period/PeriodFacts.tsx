// What a period gave me, on top, and the two chains below it.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { Price } from '../../../components/price/Price';
import { dayText } from '../../../components/time/day-text';
import { goTo, routes } from '../../../routes';
import { Chain } from './Chain';
import { allianceSteps, lotFenOf, mySteps, type Explained } from './period-steps';
import styles from './Period.module.scss';

interface PeriodFactsProps {
  readonly explained: Explained;
  /** A bill behind it was refunded since. */
  readonly isRecomputed: boolean;
}

export function PeriodFacts({ explained, isRecomputed }: PeriodFactsProps) {
  const { mine, lotId } = explained;
  const hasLot = lotFenOf(mine) > 0;
  const alliance = allianceSteps(explained);
  return (
    <>
      <View className={classes(styles.hero)}>
        <Text className={classes(styles.heroLabel)}>{`第 ${mine.period} 期派给我`}</Text>
        <Price amountFen={mine.amountFen} size="huge" className={styles.heroAmount} />
        <Text className={classes(styles.heroDay)}>{dayText(mine.declaredAt)}</Text>
      </View>
      {isRecomputed && (
        <View className={classes(styles.notice)}>
          <Notice text="有账单退过款，这一期已按剩下的积分重算，多派的从券里收回。" />
        </View>
      )}
      <Chain title="先看全联盟" steps={alliance} from={1} />
      <Chain
        title="再看我的"
        steps={mySteps(explained)}
        from={alliance.length + 1}
        onOpenLast={hasLot ? () => goTo(routes.lot(lotId)) : undefined}
      />
    </>
  );
}
