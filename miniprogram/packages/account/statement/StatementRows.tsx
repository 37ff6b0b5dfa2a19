// What happened, month by month; a row leads to the bill, the period or the coupon behind it.
import { Text, View } from '@tarojs/components';
import type { StatementRow } from '../../../../src/contracts/wallet';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goTo, routes } from '../../../routes';
import { useNow } from '../../../session/use-now';
import { byMonth, eventsOf, whyOf, type StatementEvent, type Why } from './statement-events';
import { changeLines, eventNote, eventTitle, type ChangeLine } from './statement-words';
import styles from './StatementRows.module.scss';

export interface StatementRowsProps {
  readonly rows: readonly StatementRow[];
  /** Only coupons, or only points: what it is need not be said with each amount. */
  readonly isOneKind?: boolean;
  /** The coupon whose page this is; its rows do not lead there. */
  readonly ownLotId?: string;
}

export function StatementRows({ rows, isOneKind = false, ownLotId }: StatementRowsProps) {
  const now = useNow();
  return (
    <>
      {byMonth(eventsOf(rows)).map(({ month, events }) => (
        <View key={month}>
          <Text className={classes(styles.month)}>{month}</Text>
          <View className={classes(styles.card)}>
            {events.map((event) => (
              <ChangeRow
                key={event.id}
                title={eventTitle(event)}
                note={eventNote(event, now)}
                lines={changeLines(event)}
                hasLabels={!isOneKind}
                onOpen={wayTo(event, ownLotId)}
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
  readonly lines: readonly ChangeLine[];
  readonly hasLabels?: boolean;
  readonly onOpen: (() => void) | undefined;
}

export function ChangeRow({ title, note, lines, hasLabels = false, onOpen }: ChangeRowProps) {
  return (
    <View
      className={classes(styles.row, onOpen !== undefined && styles.tappable, 'js-change')}
      onClick={() => onOpen?.()}
    >
      <View className={classes(styles.text)}>
        <Text className={classes(styles.title)}>{title}</Text>
        <Text className={classes(styles.note)}>{note}</Text>
      </View>
      <View className={classes(styles.lines)}>
        {lines.map(({ label, isName = false, text, isGain }, index) => (
          <View key={index} className={classes(styles.line)}>
            {(hasLabels || isName) && <Text className={classes(styles.label)}>{label}</Text>}
            <Text className={classes(styles.amount, isGain && styles.in)}>{text}</Text>
          </View>
        ))}
      </View>
      {onOpen !== undefined && <Icon name="right" size={14} className={styles.chevron} />}
    </View>
  );
}

function wayTo(event: StatementEvent, ownLotId: string | undefined): (() => void) | undefined {
  const why = whyOf(event);
  if (why === undefined || (why.kind === 'lot' && why.lotId === ownLotId)) return undefined;
  return () => goTo(addressOf(why));
}

function addressOf(why: Why): string {
  switch (why.kind) {
    case 'period':
      return routes.period(why.period);
    case 'order':
      return routes.order(why.orderId);
    case 'lot':
      return routes.lot(why.lotId);
  }
}
