// Every coupon of a dividend has its money behind it: two bars with their figures.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { yuanText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import { coveredText, coverOf, coverTitle, type Ledger } from './ledger-words';
import styles from './Ledger.module.scss';

export function CoverCard({ ledger }: { readonly ledger: Ledger }) {
  const cover = coverOf(ledger);
  const { behindFen, outFen, isCovered, outPercent } = cover;
  const { couponsFen, uncollectedFen } = ledger.fund;
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.cardTitle)}>{coverTitle(cover)}</Text>
      <Bar label="现在备着" amountFen={behindFen} percent={behindFen > 0 ? 100 : 0} kind="behind" />
      <Bar label="大家手里的" amountFen={outFen} percent={outPercent} kind="out" />
      <Text className={classes(styles.note)}>
        {`在券包里 ${yuanText(couponsFen)}，已派、还没进券包 ${yuanText(uncollectedFen)}。`}
      </Text>
      {isCovered ? (
        <View className={classes(styles.covered, 'js-covered')}>
          <Icon name="check" size={16} />
          <Text>{coveredText(cover)}</Text>
        </View>
      ) : (
        <View className={classes(styles.uncovered, 'js-uncovered')}>
          <Icon name="warning" size={16} />
          <Text>{coveredText(cover)}</Text>
        </View>
      )}
    </View>
  );
}

interface BarProps {
  readonly label: string;
  readonly amountFen: number;
  readonly percent: number;
  readonly kind: 'behind' | 'out';
}

function Bar({ label, amountFen, percent, kind }: BarProps) {
  return (
    <View className={classes(styles.bar)}>
      <View className={classes(styles.barHead)}>
        <Text className={classes(styles.barLabel)}>{label}</Text>
        <Price amountFen={amountFen} className={styles[kind]} />
      </View>
      <View className={classes(styles.track)}>
        <View
          className={classes(styles.fill, kind === 'out' && styles.fillOut)}
          style={{ width: `${percent}%` }}
        />
      </View>
    </View>
  );
}
