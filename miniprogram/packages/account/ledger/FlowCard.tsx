// What came in for dividends, what was used, what is there now.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { flowLines, OTHER_SHARES, type Ledger } from './ledger-words';
import styles from './Ledger.module.scss';

export function FlowCard({ ledger }: { readonly ledger: Ledger }) {
  const { lines, nowFen } = flowLines(ledger);
  const { fund, whole } = ledger;
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.cardTitle)}>进来多少，用掉多少</Text>
      <Line label="商家给出的让利" note="退款已扣除" value={yuanText(whole.rebateFen)} />
      <View className={classes(styles.rule)} />
      {lines.map(({ label, note, amountFen }) => (
        <Line key={label} label={label} note={note} value={yuanText(amountFen)} />
      ))}
      <Line label="现在有" value={`= ${yuanText(nowFen)}`} isStrong />
      <Line label="其中备给已派的券" value={yuanText(fund.committedFen)} />
      <Line label="其中还没派的" value={yuanText(fund.freeFen)} />
      {fund.advanceFen > 0 && <Line label="其中备给先用券的" value={yuanText(fund.advanceFen)} />}
      {fund.pendingFen > 0 && (
        <Line
          label="另有还没生效的"
          note="账单过了退款期才记入"
          value={yuanText(fund.pendingFen)}
        />
      )}
      <Text className={classes(styles.note)}>{OTHER_SHARES}</Text>
    </View>
  );
}

export interface LineProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly value: string;
  readonly isStrong?: boolean;
}

export function Line({ label, note, value, isStrong = false }: LineProps) {
  return (
    <View className={classes(styles.line, isStrong && styles.strong)}>
      <View className={classes(styles.lineText)}>
        <Text>{label}</Text>
        {note !== undefined && <Text className={classes(styles.lineNote)}>{note}</Text>}
      </View>
      <Text className={classes(styles.value)}>{value}</Text>
    </View>
  );
}
