// My coupons for this bill: which are used, how much of each, and why one is not.
import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { yuanText } from '../../components/price/money';
import { useRules } from '../../queries/use-rules';
import { BEST_CHOICE, isBest, switchAllOff, USUAL_STACKING } from './coupon-choice';
import type { ChangeChoice, CouponChoice, Stacking } from './coupon-choice';
import { GROUP_NAMES, groupsOf } from './coupon-groups';
import { LotChoice } from './LotChoice';
import type { Quote } from './use-bill';
import styles from './CouponSheet.module.scss';

export interface CouponSheetProps {
  readonly isOpen: boolean;
  readonly quote: Quote | undefined;
  readonly choice: CouponChoice;
  readonly onChoose: ChangeChoice;
  readonly onClose: () => void;
}

export function CouponSheet({ isOpen, quote, onClose, ...choosing }: CouponSheetProps) {
  return (
    <BottomPopup
      isOpen={isOpen}
      title="用哪些优惠和券"
      onClose={onClose}
      foot={
        <Button isBlock size="large" className="js-coupons-done" onTap={onClose}>
          好了
        </Button>
      }
    >
      {quote !== undefined && <Choices quote={quote} {...choosing} />}
    </BottomPopup>
  );
}

interface ChoicesProps extends Pick<CouponSheetProps, 'choice' | 'onChoose'> {
  readonly quote: Quote;
}

function Choices({ quote, choice, onChoose }: ChoicesProps) {
  const stacking: Stacking = useRules().data?.stacking ?? USUAL_STACKING;
  const groups = groupsOf(quote.lots);
  const ordered = groups.flatMap(({ lots }) => lots);
  return (
    <>
      <Summary quote={quote} choice={choice} onChoose={onChoose} />
      {groups.map(({ group, lots }) => (
        <View key={group}>
          <Text className={classes(styles.group)}>{GROUP_NAMES[group]}</Text>
          {lots.map((offered) => (
            <LotChoice
              key={offered.lot.id}
              index={ordered.indexOf(offered)}
              offered={offered}
              facts={{ ...quote, choice, stacking }}
              onChoose={onChoose}
            />
          ))}
        </View>
      ))}
    </>
  );
}

function Summary({ quote, choice, onChoose }: ChoicesProps) {
  const { bill, uses, lots } = quote;
  const savedFen = bill.discountFen + bill.couponFen;
  const isNone = uses.length === 0;
  return (
    <View className={classes(styles.summary)}>
      <Text className={classes(styles.saving)}>
        {isNone ? '这笔不用券' : `这笔共省 ${yuanText(savedFen)}`}
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
  );
}
