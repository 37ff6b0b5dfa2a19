// A shop in a list: a tap opens its page, its button pays.
import { memo } from 'react';
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../src/contracts/values';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { yuanText } from '../../components/price/money';
import { goTo, routes } from '../../routes';
import {
  distanceText,
  earningText,
  takesPayments,
  tradingAt,
  tradingText,
  walkingText,
} from './merchant-facts';
import { partsOf } from './marked-text';
import { MerchantPicture } from './MerchantPicture';
import styles from './MerchantRow.module.scss';

interface MerchantRowProps {
  readonly merchant: MerchantCard;
  /** ms; decides 营业中 or 休息中. */
  readonly now: number;
  /** Coupons that I could use here; 0 says nothing. */
  readonly couponFen: number;
  readonly wasVisited: boolean;
  /** It has settled in my community. */
  readonly isMine: boolean;
  readonly isSelected?: boolean;
  /** Words to mark in name and address. */
  readonly search?: string;
}

export const MerchantRow = memo(function MerchantRow(props: MerchantRowProps) {
  const { merchant, now, isSelected = false, search } = props;
  const trading = tradingAt(merchant, now);
  return (
    <View
      id={rowId(merchant.id)}
      className={classes(styles.row, isSelected && styles.selected, 'js-shop-row')}
      onClick={() => goTo(routes.shop(merchant.code))}
    >
      <MerchantPicture
        picture={merchant.picture}
        category={merchant.category}
        isDimmed={!takesPayments(trading)}
      />
      <View className={classes(styles.facts)}>
        <Heading {...props} />
        <View className={classes(styles.line)}>
          <Text className={classes(takesPayments(trading) ? styles.open : styles.resting)}>
            {tradingText(trading)}
          </Text>
          <Text className={classes(styles.spend)}>{spendText(merchant.averageSpendFen)}</Text>
        </View>
        {search !== undefined && <Address text={merchant.address} search={search} />}
        <View className={classes(styles.line)}>
          <Text>{wayText(merchant.distanceMetres)}</Text>
          {merchant.state === 'active' && <PayButton code={merchant.code} />}
        </View>
        <Tags rebateBps={merchant.rebateBps} couponFen={props.couponFen} />
      </View>
    </View>
  );
});

/** The id of a shop's row, so that the list can scroll to it. */
export function rowId(merchantId: string): string {
  return `shop-${merchantId}`;
}

/** `人均 ¥66`: an average is no exact figure; nothing where it is not known. */
function spendText(averageSpendFen: number): string {
  return averageSpendFen === 0 ? '' : `人均 ¥${Math.round(averageSpendFen / 100)}`;
}

function wayText(metres: number | undefined): string {
  if (metres === undefined) return '';
  const walking = walkingText(metres);
  return walking === undefined ? distanceText(metres) : `${distanceText(metres)} · ${walking}`;
}

function Heading({ merchant, search = '', wasVisited, isMine }: MerchantRowProps) {
  return (
    <View className={classes(styles.heading)}>
      <View className={classes(styles.name)}>
        <Marked text={merchant.name} search={search} />
      </View>
      {isMine && <Text className={classes(styles.mark, styles.mine)}>本小区</Text>}
      {wasVisited && <Text className={classes(styles.mark, styles.visited)}>最近去过</Text>}
    </View>
  );
}

/** Stands there when the search found the address, so that one sees why the shop is listed. */
function Address({ text, search }: { readonly text: string; readonly search: string }) {
  if (!partsOf(text, search).some(({ isFound }) => isFound)) return null;
  return (
    <View className={classes(styles.address)}>
      <Marked text={text} search={search} />
    </View>
  );
}

function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  return (
    <Text>
      {partsOf(text, search).map((part, at) => (
        <Text key={at} className={classes(part.isFound && styles.found)}>
          {part.text}
        </Text>
      ))}
    </Text>
  );
}

function PayButton({ code }: { readonly code: string }) {
  return (
    <Button
      kind="soft"
      size="small"
      className={classes(styles.pay, 'js-go-pay')}
      onTap={() => goTo(routes.pay({ merchantCode: code }))}
    >
      去买单
    </Button>
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
        <Text className={classes(styles.coupon)}>{`券最多抵 ${yuanText(couponFen)}`}</Text>
      )}
    </View>
  );
}
