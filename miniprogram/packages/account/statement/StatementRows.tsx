// Changes of coupons, month by month; a row leads to the bill or to the period that it came from.
import { Text, View } from '@tarojs/components';
import type { StatementRow } from '../../../../src/contracts/wallet';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { momentText } from '../../../components/time/day-text';
import { goTo, routes } from '../../../routes';
import { byMonth, changeText, rowTitle } from './statement-words';
import styles from './StatementRows.module.scss';

export function StatementRows({ rows }: { readonly rows: readonly StatementRow[] }) {
  return (
    <>
      {byMonth(rows).map(({ month, rows: its }) => (
        <View key={month}>
          <Text className={classes(styles.month)}>{month}</Text>
          <View className={classes(styles.card)}>
            {its.map((row) => (
              <ChangeRow
                key={row.id}
                title={rowTitle(row)}
                note={momentText(row.at).slice(0, -3)}
                amountFen={row.amountFen}
                onOpen={originOf(row)}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  );
}

interface ChangeRowProps {
  readonly title: string;
  readonly note: string;
  readonly amountFen: number;
  readonly onOpen: (() => void) | undefined;
}

export function ChangeRow({ title, note, amountFen, onOpen }: ChangeRowProps) {
  return (
    <View
      className={classes(styles.row, onOpen !== undefined && styles.tappable, 'js-change')}
      onClick={() => onOpen?.()}
    >
      <View className={classes(styles.text)}>
        <Text className={classes(styles.title)}>{title}</Text>
        <Text className={classes(styles.note)}>{note}</Text>
      </View>
      <Text className={classes(styles.amount, amountFen > 0 && styles.in)}>
        {changeText(amountFen)}
      </Text>
      {onOpen !== undefined && <Icon name="right" size={14} className={styles.chevron} />}
    </View>
  );
}

function originOf({ period, orderId }: StatementRow): (() => void) | undefined {
  if (period !== undefined) return () => goTo(routes.period(period));
  return orderId === undefined ? undefined : () => goTo(routes.order(orderId));
}
