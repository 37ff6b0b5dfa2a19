// What I have asked or complained about, with its state and the promised day.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { TicketView } from '../../../../src/contracts/account';
import { classes } from '../../../components/classes';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { shortDayText } from '../../../components/time/day-text';
import { failureText } from '../../../features/errors/error-text';
import { kindName, ticketStateText } from '../../../features/tickets/ticket-words';
import { useTickets } from '../../../queries/use-tickets';
import { useNow } from '../../../session/use-now';
import { goTo, routes } from '../../../routes';
import styles from './Help.module.scss';

/** Shown before the rest is asked for. */
const FIRST = 3;

export function MyTickets() {
  const { data, error, isFetching, refetch } = useTickets();
  const [isWhole, setWhole] = useState(false);
  const now = useNow();
  if (data === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
    );
  }
  const { tickets } = data;
  if (tickets.length === 0) return <Text className={classes(styles.none)}>还没有提过问题。</Text>;
  const shown = isWhole ? tickets : tickets.slice(0, FIRST);
  return (
    <View className={classes(styles.card)}>
      {shown.map((ticket) => (
        <Ticket key={ticket.id} ticket={ticket} now={now} />
      ))}
      {shown.length < tickets.length && (
        <View
          className={classes(styles.whole, 'js-every-ticket')}
          role="button"
          onClick={() => setWhole(true)}
        >
          <Text>{`看全部 ${tickets.length} 件`}</Text>
        </View>
      )}
    </View>
  );
}

function Ticket({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const { kind, text, createdAt, orderId, state, answer } = ticket;
  const isAnswered = state === 'answered';
  return (
    <View className={classes(styles.item, styles.ticket, 'js-ticket')}>
      <View className={classes(styles.ticketHead)}>
        <Text className={classes(styles.kind)}>{kindName(kind)}</Text>
        <Text className={classes(styles.when)}>{shortDayText(createdAt)}</Text>
        <Text className={classes(styles.state, isAnswered && styles.answered)}>
          {ticketStateText(ticket, now)}
        </Text>
      </View>
      <Text className={classes(styles.ticketText)}>{text}</Text>
      {answer !== undefined && (
        <View className={classes(styles.reply)}>
          <Text>{`答复：${answer}`}</Text>
        </View>
      )}
      {orderId !== undefined && (
        <View
          className={classes(styles.more, 'js-ticket-order')}
          role="link"
          onClick={() => goTo(routes.order(orderId))}
        >
          <Text>看这笔订单</Text>
        </View>
      )}
    </View>
  );
}

function Waiting() {
  return (
    <View className={classes(styles.card, styles.waiting, 'js-loading')}>
      <Skeleton width="half" />
      <Skeleton />
      <Skeleton width="most" />
    </View>
  );
}
