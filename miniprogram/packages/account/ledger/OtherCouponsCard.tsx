// Who pays for coupons that no dividend brought: a part for each kind that there is.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { Line } from './FlowCard';
import { coveredText, type Ledger } from './ledger-words';
import { otherCoupons, type OtherCover } from './other-covers';
import styles from './Ledger.module.scss';

export function OtherCouponsCard({ ledger }: { readonly ledger: Ledger }) {
  const { covers, shopsFen } = otherCoupons(ledger);
  if (covers.length === 0 && shopsFen === 0) return null;
  return (
    <View className={classes(styles.card, 'js-other-coupons')}>
      <Text className={classes(styles.cardTitle)}>别的券，由谁付</Text>
      <Text className={classes(styles.note)}>满减、折扣这样的券，按最多能省的算。</Text>
      {covers.map((each) => (
        <CoverLines key={each.name} {...each} />
      ))}
      {shopsFen > 0 && (
        <View className={classes(styles.part, 'js-shop-coupons')}>
          <Text className={classes(styles.partName)}>商家自己承担的券</Text>
          <Text className={classes(styles.partNote)}>消费返券，和领来的商家券</Text>
          <Line label="大家手里的" value={yuanText(shopsFen)} />
          <Text className={classes(styles.plain)}>
            没有备着的钱：用的时候，收券的商家自己少收，不动联盟的钱。
          </Text>
        </View>
      )}
    </View>
  );
}

function CoverLines({ name, note, cover, waitingFen }: OtherCover) {
  const { behindFen, outFen, isCovered } = cover;
  return (
    <View className={classes(styles.part, 'js-other-cover')}>
      <Text className={classes(styles.partName)}>{name}</Text>
      <Text className={classes(styles.partNote)}>{note}</Text>
      <Line label="现在备着" value={yuanText(behindFen)} />
      <Line label="大家手里的" value={yuanText(outFen)} />
      {waitingFen > 0 && <Line label="另有还没发的" value={yuanText(waitingFen)} />}
      <Text className={classes(isCovered ? styles.left : styles.short)}>{coveredText(cover)}</Text>
    </View>
  );
}
