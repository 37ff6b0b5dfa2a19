// Between sites: what each has brought in, what its shops were paid, and who has paid for whom.
import { Text, View } from '@tarojs/components';
import { negate } from '../../../../src/domain/money/amounts';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { clearingOf, leftText, supportText, type ClearingRow } from './clearing';
import { Line } from './FlowCard';
import type { Ledger } from './ledger-words';
import styles from './Ledger.module.scss';

export function ClearingCard({ ledger }: { readonly ledger: Ledger }) {
  const clearing = clearingOf(ledger);
  if (clearing.rows.length < 2) return null;
  const { owedFen } = ledger.fund;
  return (
    <View className={classes(styles.card, 'js-clearing')}>
      <Text className={classes(styles.cardTitle)}>站点之间，谁替谁付</Text>
      <Text className={classes(styles.note)}>
        派的券在每个城市都能用，钱放在一起。哪里的账单带来多少，付给哪里的商家多少，都记在这里。
      </Text>
      {clearing.rows.map((row) => (
        <SiteLines key={row.name} row={row} />
      ))}
      <Line
        label="加起来还剩"
        note={owedFen > 0 ? '就是「现在有」减去还要退给商家的' : '就是上面的「现在有」'}
        value={`= ${yuanText(clearing.total.leftFen)}`}
        isStrong
      />
      <Text className={classes(styles.note)}>{supportText(clearing)}</Text>
      {clearing.total.otherFen !== 0 && (
        <Line
          label="另付活动券、奖励券，一共"
          note="用各自备着的钱，不动上面的"
          value={yuanText(clearing.total.otherFen)}
        />
      )}
    </View>
  );
}

function SiteLines({ row }: { readonly row: ClearingRow }) {
  const isShort = row.leftFen < 0;
  return (
    <View className={classes(styles.part, 'js-clearing-site')}>
      <Text className={classes(styles.partName)}>{row.name}</Text>
      <Line label="本地账单带来" value={yuanText(row.inFen)} />
      <Line label="付给本地商家的券款" value={yuanText(negate(row.outFen))} />
      <Text className={classes(isShort ? styles.short : styles.left)}>{leftText(row)}</Text>
      {row.otherFen !== 0 && (
        <Line label="另付活动券、奖励券" note="用各自备着的钱" value={yuanText(row.otherFen)} />
      )}
    </View>
  );
}
