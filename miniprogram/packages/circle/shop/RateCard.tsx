// What the shop gives, in plain words, and what a usual bill earns.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goTo, routes } from '../../../routes';
import { nextRateText, perHundred, rateText, usualPointsText } from './shop-words';
import styles from './RateCard.module.scss';
import shop from './Shop.module.scss';

interface RateCardProps {
  readonly merchant: MerchantCard;
  readonly nextRate: { readonly rebateBps: number; readonly from: number } | undefined;
}

export function RateCard({ merchant, nextRate }: RateCardProps) {
  const usual = usualPointsText(merchant);
  return (
    <View className={classes(shop.card)}>
      <View className={classes(styles.figures)}>
        <Figure value={perHundred(merchant.rebateBps)} caption="每 100 元得" />
        {usual !== undefined && (
          <Figure
            value={usual}
            caption={`人均 ¥${Math.round(merchant.averageSpendFen / 100)} 约得`}
          />
        )}
      </View>
      <Text className={classes(styles.sentence, 'js-rate')}>{`${rateText(merchant)}。`}</Text>
      {nextRate !== undefined && (
        <Text
          className={classes(styles.sentence, styles.next)}
        >{`${nextRateText(nextRate)}。`}</Text>
      )}
      <View
        className={classes(styles.more, 'js-rules')}
        role="button"
        onClick={() => goTo(routes.rules())}
      >
        <Text>积分有什么用</Text>
        <Icon name="right" size={12} />
      </View>
    </View>
  );
}

function Figure({ value, caption }: { readonly value: string; readonly caption: string }) {
  return (
    <View className={classes(styles.figure)}>
      <Text className={classes(styles.caption)}>{caption}</Text>
      <View className={classes(styles.amount)}>
        <Text className={classes(styles.value)}>{value}</Text>
        <Text className={classes(styles.unit)}>积分</Text>
      </View>
    </View>
  );
}
