// 消息: what happened to my coupons and refunds. Opening it is reading it.
import { useEffect, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { AskRow } from '../../../features/messages/AskRow';
import { RowsEnd, rowsEndState } from '../../../features/wallet/RowsEnd';
import { useMessages } from '../../../queries/use-messages';
import { useSeeMessages } from '../../../queries/use-see-messages';
import { MessageRows } from './MessageRows';
import { MessagesSkeleton } from './MessagesSkeleton';

/** Cancelling the first of two readings leaves a list of pages reading for ever: the second joins. */
const JOIN = { cancelRefetch: false } as const;

export default function MessagesPage() {
  const list = useMessages();
  useReading(list);
  const [isPulled, setPulled] = useState(false);
  const pull = async (): Promise<void> => {
    setPulled(true);
    await list.refetch();
    setPulled(false);
  };
  useDidShow(() => void list.refetch(JOIN));
  const messages = (list.data?.pages ?? []).flatMap((page) => page.messages);
  const isRead = list.data !== undefined;
  const endState = rowsEndState(list);
  const more = (): void => void list.fetchNextPage(JOIN);
  return (
    <Page
      header={<NavBar title="消息" />}
      refreshing={isPulled}
      onRefresh={() => void pull()}
      onReachEnd={() => endState === 'more' && more()}
    >
      {list.isPending && <MessagesSkeleton />}
      {list.isError && !isRead && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      )}
      {isRead && (
        <AskRow
          names={['arrived', 'expiring', 'refunded']}
          text="券到账、快到期、退款时，在微信里提醒您"
        />
      )}
      {isRead && messages.length === 0 && <Empty />}
      {messages.length > 0 && (
        <>
          <MessageRows messages={messages} />
          <RowsEnd state={endState} endText="只显示最近一年的消息" onMore={more} />
        </>
      )}
    </Page>
  );
}

/** What is shown is read, up to the newest of it. */
function useReading(list: ReturnType<typeof useMessages>): void {
  const { mutate } = useSeeMessages();
  const [first] = list.data?.pages ?? [];
  const newestAt = first?.messages[0]?.at;
  const isUnread = (first?.unread ?? 0) > 0;
  useEffect(() => {
    if (newestAt !== undefined && isUnread) mutate(newestAt);
  }, [newestAt, isUnread, mutate]);
}

function Empty() {
  return (
    <StateView
      picture="no-coupons"
      title="还没有消息"
      note="券到账、快到期、退款，都会记在这里。"
      className="js-no-messages"
    />
  );
}
