// A shop in the list; chosen, it opens and offers its one action.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../src/contracts/values';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { yuanText } from '../../components/price/money';
import {
  distanceText,
  earningText,
  hoursText,
  takesPayments,
  tradingAt,
  tradingText,
  walkingText,
} from './merchant-facts';
import { MerchantPicture } from './MerchantPicture';
import styles from './MerchantRow.module.scss';

interface MerchantRowProps {
  readonly merchant: MerchantCard;
  /** ms; decides 营业中 or 休息中. */
  readonly now: number;
  /** Coupons that I could use here; 0 says nothing. */
  readonly couponFen: number;
  readonly wasVisited: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onPay: () => void;
}

export function MerchantRow(props: MerchantRowProps) {
  const { merchant, now, isSelected, onSelect } = props;
  const trading = tradingAt(merchant, now);
  return (
    <View
      id={rowId(merchant.id)}
      className={classes(styles.row, isSelected && styles.selected, 'js-shop-row')}
      onClick={onSelect}
    >
      <View className={classes(styles.summary)}>
        <MerchantPicture
          picture={merchant.picture}
          category={merchant.category}
          isDimmed={!takesPayments(trading)}
        />
        <View className={classes(styles.facts)}>
          <View className={classes(styles.heading)}>
            <Text className={classes(styles.name)}>{merchant.name}</Text>
            {props.wasVisited && <Text className={classes(styles.visited)}>最近去过</Text>}
          </View>
          <View className={classes(styles.line)}>
            <Text className={classes(takesPayments(trading) ? styles.open : styles.resting)}>
              {tradingText(trading)}
            </Text>
            <Text className={classes(styles.spend)}>{spendText(merchant.averageSpendFen)}</Text>
          </View>
          <Way metres={merchant.distanceMetres} />
          <Tags
            rebateBps={merchant.rebateBps}
            couponFen={trading.state === 'left' ? 0 : props.couponFen}
          />
        </View>
      </View>
      {isSelected && <Details {...props} canPay={merchant.state === 'active'} />}
    </View>
  );
}

/** The id of a shop's row, so that the list can scroll to it. */
export function rowId(merchantId: string): string {
  return `shop-${merchantId}`;
}

/** `人均 ¥66`: an average is no exact figure. */
function spendText(averageSpendFen: number): string {
  return `人均 ¥${Math.round(averageSpendFen / 100)}`;
}

function Way({ metres }: { readonly metres: number | undefined }) {
  if (metres === undefined) return null;
  const walking = walkingText(metres);
  return (
    <View className={classes(styles.line, styles.way)}>
      <Text>{distanceText(metres)}</Text>
      {walking !== undefined && <Text>{`· ${walking}`}</Text>}
    </View>
  );
}

function Tags({
  rebateBps,
  couponFen,
}: {
  readonly rebateBps: number;
  readonly couponFen: number;
}) {
  return (
    <View className={classes(styles.tags)}>
      <Text className={classes(styles.earning)}>{earningText(rebateBps)}</Text>
      {couponFen > 0 && (
        <Text className={classes(styles.coupon)}>{`券可抵 ${yuanText(couponFen)}`}</Text>
      )}
    </View>
  );
}

function Details({ merchant, onPay, canPay }: MerchantRowProps & { readonly canPay: boolean }) {
  return (
    <View className={classes(styles.details)}>
      <View className={classes(styles.where)}>
        <View className={classes(styles.fact)}>
          <Icon name="pin" size={14} />
          <Text className={classes(styles.factText)}>{merchant.address}</Text>
        </View>
        <View className={classes(styles.fact)}>
          <Icon name="clock" size={14} />
          <Text className={classes(styles.factText)}>{hoursText(merchant.openingHours)}</Text>
        </View>
      </View>
      <Button onTap={onPay} isDisabled={!canPay} className="js-go-pay">
        {canPay ? '去买单' : '暂停收款'}
      </Button>
    </View>
  );
}
