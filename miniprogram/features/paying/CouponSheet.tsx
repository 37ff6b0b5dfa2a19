// My coupons for this bill: which are used, how much of each, and why one cannot be.
import { Text, View } from '@tarojs/components';
import type { CouponUse } from '../../../src/contracts/values';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { yuanText } from '../../components/price/money';
import {
  BEST_CHOICE,
  bySoonestExpiry,
  isBest,
  isOn,
  setLotAmount,
  switchAllOff,
  switchLot,
  takenOf,
  type ChangeChoice,
  type CouponChoice,
  type OfferedLot,
} from './coupon-choice';
import { LotChoice } from './LotChoice';
import styles from './CouponSheet.module.scss';

export interface CouponSheetProps {
  readonly isOpen: boolean;
  readonly lots: readonly OfferedLot[];
  readonly uses: readonly CouponUse[];
  readonly couponFen: number;
  readonly choice: CouponChoice;
  readonly onChoose: ChangeChoice;
  readonly onClose: () => void;
}

export function CouponSheet(props: CouponSheetProps) {
  const { isOpen, lots, uses, couponFen, choice, onChoose, onClose } = props;
  const isNone = uses.length === 0;
  return (
    <BottomPopup isOpen={isOpen} title="用哪些券" onClose={onClose}>
      <View className={classes(styles.summary)}>
        <Text className={classes(styles.saving)}>
          {isNone ? '这笔不用券' : `这笔用券 ${yuanText(couponFen)}`}
        </Text>
        <View className={classes(styles.quick)}>
          {!isBest(choice) && (
            <Button
              kind="soft"
              size="small"
              className="js-coupons-best"
              onTap={() => onChoose(() => BEST_CHOICE)}
            >
              帮我选最省
            </Button>
          )}
          {!isNone && (
            <Button
              kind="plain"
              size="small"
              className="js-coupons-none"
              onTap={() => onChoose(() => switchAllOff(lots))}
            >
              不用券
            </Button>
          )}
        </View>
      </View>
      {bySoonestExpiry(lots).map((offered, index) => (
        <LotChoice
          key={offered.lot.id}
          index={index}
          offered={offered}
          isOn={isOn(choice, offered.lot.id)}
          takenFen={takenOf(uses, offered.lot.id)}
          onSwitch={() => onChoose((before) => switchLot(before, offered.lot.id))}
          onSetAmount={(amountFen) =>
            onChoose((before) => setLotAmount(before, { lotId: offered.lot.id, amountFen }))
          }
        />
      ))}
      <View className={classes(styles.done)}>
        <Button isBlock size="large" className="js-coupons-done" onTap={onClose}>
          好了
        </Button>
      </View>
    </BottomPopup>
  );
}
