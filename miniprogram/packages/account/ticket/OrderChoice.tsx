// Which of my recent orders it is about; none may be named.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { yuanText } from '../../../components/price/money';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { dotted } from '../../../components/text/dotted';
import { shortDayText } from '../../../components/time/day-text';
import { failureText } from '../../../features/errors/error-text';
import { useOrder } from '../../../queries/use-order';
import { useOrders } from '../../../queries/use-orders';
import styles from './Ticket.module.scss';

export interface OrderChoiceProps {
  readonly orderId: string | undefined;
  readonly onChoose: (orderId: string | undefined) => void;
}

export function OrderChoice({ orderId, onChoose }: OrderChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = useOrder(orderId ?? null).data?.order;
  const choose = (id: string | undefined): void => {
    onChoose(id);
    setOpen(false);
  };
  return (
    <>
      <ListCard>
        <ListRow
          icon="orders"
          title="关于哪笔订单"
          note={chosen === undefined ? '可以不选' : orderText(chosen)}
          className="js-choose-order"
          onTap={() => setOpen(true)}
        />
      </ListCard>
      <BottomPopup isOpen={isOpen} title="关于哪笔订单" onClose={() => setOpen(false)}>
        {isOpen && <RecentOrders orderId={orderId} onChoose={choose} />}
      </BottomPopup>
    </>
  );
}

function RecentOrders({ orderId, onChoose }: OrderChoiceProps) {
  const { data, error, isFetching, refetch } = useOrders();
  if (data === undefined && error !== null) {
    return (
      <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
    );
  }
  if (data === undefined) {
    return (
      <View className={classes(styles.choice)}>
        <Skeleton width="most" />
      </View>
    );
  }
  return (
    <>
      <Choice text="不选订单" isChosen={orderId === undefined} onTap={() => onChoose(undefined)} />
      {data.pages
        .flatMap(({ orders }) => orders)
        .map((order) => (
          <Choice
            key={order.id}
            text={orderText(order)}
            isChosen={order.id === orderId}
            onTap={() => onChoose(order.id)}
          />
        ))}
    </>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly isChosen: boolean;
  readonly onTap: () => void;
}

function Choice({ text, isChosen, onTap }: ChoiceProps) {
  return (
    <View className={classes(styles.choice, 'js-order-choice')} role="radio" onClick={onTap}>
      <Text className={classes(styles.choiceText, isChosen && styles.chosen)}>{text}</Text>
      {isChosen && <Icon name="check" size={18} className={styles.chosen} />}
    </View>
  );
}

/** `11 月 2 日 · 青禾鲜果 · ¥80.00` */
function orderText({ placedAt, merchant, bill }: OrderView): string {
  return dotted([shortDayText(placedAt), merchant.name, yuanText(bill.amountFen)]);
}
