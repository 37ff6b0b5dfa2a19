// Asked once, with all figures, before anything goes back.
import { Text, View } from '@tarojs/components';
import type { ShopOrder } from '../../../../src/contracts/merchant';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { yuanText } from '../../../components/price/money';
import { Line } from './BillFacts';
import type { AskedRefund } from './refund-request';
import { splitOf } from './refund-split';
import { effectText } from './refund-words';
import styles from './Refund.module.scss';

export interface ConfirmPopupProps {
  readonly isOpen: boolean;
  readonly order: ShopOrder;
  readonly asked: AskedRefund;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmPopup(props: ConfirmPopupProps) {
  const { isOpen, order, asked, isBusy, onConfirm, onClose } = props;
  const split = splitOf(order, asked.amountFen);
  return (
    <BottomPopup
      isOpen={isOpen}
      title={`退款 ${yuanText(asked.amountFen)}`}
      onClose={() => !isBusy && onClose()}
    >
      <View className={classes(styles.confirm)}>
        {split !== undefined && split.cashFen > 0 && (
          <Line title="现金退回顾客微信">{yuanText(split.cashFen)}</Line>
        )}
        {split !== undefined && split.couponFen > 0 && (
          <Line title="券部分按规则退回">{yuanText(split.couponFen)}</Line>
        )}
        <Line title="原因">{asked.reason}</Line>
        <Text className={classes(styles.effect)}>{effectText(split ?? order)}</Text>
        <Button isBlock size="large" className="js-confirm" isBusy={isBusy} onTap={onConfirm}>
          确认退款
        </Button>
      </View>
    </BottomPopup>
  );
}
