// Figures of one site, or of all.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { pointsText, yuanText } from '../../../components/price/money';
import { usedLines, type Ledger } from './ledger-words';
import styles from './Ledger.module.scss';

interface SiteCardProps {
  readonly name: string;
  readonly city?: string;
  readonly figures: Ledger['whole'];
}

export function SiteCard({ name, city, figures }: SiteCardProps) {
  const { orders, salesFen, rebateFen, points } = figures;
  return (
    <View className={classes(styles.card, 'js-site')}>
      <View className={classes(styles.siteHead)}>
        <Text className={classes(styles.cardTitle)}>{name}</Text>
        {city !== undefined && <Text className={classes(styles.city)}>{city}</Text>}
      </View>
      <View className={classes(styles.figures)}>
        <Figure label="账单" value={`${orders} 笔`} />
        <Figure label="消费" value={yuanText(salesFen)} />
        <Figure label="让利" value={yuanText(rebateFen)} />
        {usedLines(figures).map(({ label, amountFen }) => (
          <Figure key={label} label={label} value={yuanText(amountFen)} />
        ))}
        <Figure label="生效积分（顾客和商家）" value={pointsText(points)} />
      </View>
    </View>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <View className={classes(styles.figure)}>
      <Text className={classes(styles.figureLabel)}>{label}</Text>
      <Text className={classes(styles.figureValue)}>{value}</Text>
    </View>
  );
}
