// 每期派了多少，为什么: the newest periods, with the sum that each came from. Each leads to its trace.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { PeriodView } from '../../../src/contracts/wallet';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { Price } from '../../components/price/Price';
import { dayText } from '../../components/time/day-text';
import { goTo, routes } from '../../routes';
import { periodNotes, reckoningText } from './period-words';
import styles from './PeriodList.module.scss';

const SHOWN = 5;

export function PeriodList({ periods }: { readonly periods: readonly PeriodView[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? periods : periods.slice(0, SHOWN);
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>每期派了多少，为什么</Text>
      {shown.map((period) => (
        <PeriodRow key={period.period} period={period} />
      ))}
      {periods.length > shown.length && (
        <View className={classes(styles.all, 'js-periods-all')} onClick={() => setOpen(true)}>
          <Text>{`看全部 ${periods.length} 期`}</Text>
        </View>
      )}
      <Text className={classes(styles.foot)}>不足 1 分的部分舍去。过去派过，不代表以后也派。</Text>
    </View>
  );
}

function PeriodRow({ period }: { readonly period: PeriodView }) {
  return (
    <View
      className={classes(styles.row, 'js-period-row')}
      onClick={() => goTo(routes.period(period.period))}
    >
      <View className={classes(styles.line)}>
        <Text className={classes(styles.name)}>{`第 ${period.period} 期`}</Text>
        <Text className={classes(styles.day)}>{dayText(period.declaredAt)}</Text>
        <Price amountFen={period.amountFen} className={styles.amount} />
        <Icon name="right" size={12} className={styles.chevron} />
      </View>
      <Text className={classes(styles.why)}>{reckoningText(period)}</Text>
      {periodNotes(period).map((note) => (
        <Text key={note} className={classes(styles.note)}>
          {note}
        </Text>
      ))}
    </View>
  );
}
