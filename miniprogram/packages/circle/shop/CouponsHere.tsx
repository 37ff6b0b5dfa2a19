// 本店可用的券: how much they can pay here, which they are, and why others cannot.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { LotView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { yuanText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import { titleText, untilText } from '../../../features/wallet/lot-words';
import type { LotsHere } from './lots-here';
import styles from './CouponsHere.module.scss';
import shop from './Shop.module.scss';

/** So many are seen at once; the others unfold. */
const SEEN = 3;

export function CouponsHere({ lots }: { readonly lots: LotsHere }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const { usable, refused, usableFen } = lots;
  const seen = isUnfolded ? usable : usable.slice(0, SEEN);
  const hidden = usable.length + refused.length - seen.length - (isUnfolded ? refused.length : 0);
  return (
    <View className={classes(shop.card, 'js-coupons-here')}>
      <View className={classes(styles.heading)}>
        <Text className={classes(styles.title)}>我的可用券</Text>
        {usableFen > 0 && (
          <View className={classes(styles.sum)}>
            <Text className={classes(styles.sumText)}>余额共</Text>
            <Price amountFen={usableFen} size="small" />
          </View>
        )}
      </View>
      {usable.length === 0 && <Text className={classes(styles.none)}>{noneText(lots)}</Text>}
      {seen.map((lot) => (
        <Lot key={lot.id} lot={lot} />
      ))}
      {isUnfolded && refused.map(({ lot, why }) => <Lot key={lot.id} lot={lot} why={why} />)}
      {hidden > 0 && (
        <View
          className={classes(styles.more, 'js-more-coupons')}
          role="button"
          onClick={() => setUnfolded(true)}
        >
          <Text>{`再看 ${hidden} 张`}</Text>
        </View>
      )}
    </View>
  );
}

function Lot({ lot, why }: { readonly lot: LotView; readonly why?: string }) {
  const isOffer = lot.benefit !== undefined;
  return (
    <View className={classes(styles.lot, why !== undefined && styles.refused)}>
      <Text className={classes(styles.balance)}>
        {isOffer ? titleText(lot) : yuanText(lot.balanceFen)}
      </Text>
      <Text className={classes(styles.kind)}>{isOffer ? (lot.name ?? '') : titleText(lot)}</Text>
      <Text className={classes(styles.until)}>
        {why === undefined ? untilText(lot.expiresAt) : `用不了：${why}`}
      </Text>
    </View>
  );
}

function noneText({ refused }: LotsHere): string {
  return refused.length > 0
    ? '手上的券本店用不了。'
    : '还没有券。在这里买单得积分，派券时消费券会到券包。';
}
