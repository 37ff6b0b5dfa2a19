// How much goes back and why.
import { Input, Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { MAX_REASON_LENGTH } from '../../../../src/domain/limits';
import { USUAL_REASONS } from '../../../../src/domain/orders/refund-reasons';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { Price } from '../../../components/price/Price';
import { effectText } from './refund-words';
import styles from './Refund.module.scss';

export interface RefundFormProps {
  readonly order: ShopOrder;
  readonly amountFen: number;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onAmount: () => void;
}

export function RefundForm({ order, amountFen, reason, onReason, onAmount }: RefundFormProps) {
  const isWhole = amountFen === order.refundableFen;
  return (
    <>
      <View className={classes(styles.card, styles.amount, 'js-amount-row')} onClick={onAmount}>
        <View className={classes(styles.amountText)}>
          <Text className={classes(styles.title)}>退多少</Text>
          <Price amountFen={amountFen} size="large" className={styles.figure} />
        </View>
        <Text className={classes(styles.change)}>{isWhole ? '全退 · 改金额' : '改金额'}</Text>
        <Icon name="right" size={16} className={styles.chevron} />
      </View>
      <View className={classes(styles.card)}>
        <Text className={classes(styles.title)}>为什么退（顾客看得到）</Text>
        <View className={classes(styles.reasons)}>
          {USUAL_REASONS.map((each) => (
            <Chip
              key={each}
              text={each}
              kind="sunken"
              isChosen={each === reason}
              className={classes(styles.reason, 'js-reason')}
              onTap={() => onReason(each)}
            />
          ))}
        </View>
        <Input
          className={classes(styles.input, 'js-reason-text')}
          value={reason}
          placeholder="或自己写一句，最多 40 个字"
          placeholderClass={classes(styles.placeholder)}
          maxlength={MAX_REASON_LENGTH}
          cursorSpacing={80}
          onInput={({ detail }) => onReason(detail.value)}
        />
      </View>
      <Text className={classes(styles.effect)}>{effectText(order)}</Text>
    </>
  );
}
