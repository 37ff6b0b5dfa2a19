// 券明细: every change of my coupons, newest first.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { RowsEnd } from '../../../features/wallet/RowsEnd';
import { FILTERS, isKept, mergedByBill, type StatementFilter } from './statement-words';
import { StatementRows } from './StatementRows';
import { StatementSkeleton } from './StatementSkeleton';
import { JOIN, useRows } from './use-rows';
import styles from './index.module.scss';

export default function StatementPage() {
  const [filter, setFilter] = useState<StatementFilter>('all');
  const { list, rows, endState, more } = useRows({
    choose: (all) => mergedByBill(all.filter((row) => isKept(row, filter))),
  });
  const [isPulled, setPulled] = useState(false);
  const pull = async (): Promise<void> => {
    setPulled(true);
    await list.refetch();
    setPulled(false);
  };
  useDidShow(() => void list.refetch(JOIN));
  const isRead = list.data !== undefined;
  const isEmpty = isRead && rows.length === 0 && endState === 'end';
  return (
    <Page
      header={
        <>
          <NavBar title="券明细" />
          <Filters chosen={filter} onChoose={setFilter} />
        </>
      }
      refreshing={isPulled}
      onRefresh={() => void pull()}
      onReachEnd={() => endState === 'more' && more()}
    >
      {list.isPending && <StatementSkeleton />}
      {list.isError && !isRead && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      )}
      {isEmpty && <Empty filter={filter} />}
      {isRead && !isEmpty && (
        <>
          <StatementRows rows={rows} />
          <RowsEnd state={endState} endText="没有更早的了" onMore={more} />
        </>
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly chosen: StatementFilter;
  readonly onChoose: (filter: StatementFilter) => void;
}

function Filters({ chosen, onChoose }: FiltersProps) {
  return (
    <View className={classes(styles.filters)}>
      {FILTERS.map(({ filter, name }) => (
        <Chip
          key={filter}
          text={name}
          isChosen={filter === chosen}
          className={`js-filter-${filter}`}
          onTap={() => onChoose(filter)}
        />
      ))}
    </View>
  );
}

function Empty({ filter }: { readonly filter: StatementFilter }) {
  return filter === 'all' ? (
    <StateView
      picture="no-coupons"
      title="券还没有动过"
      note="派券到账、付款用券，都会记在这里。"
    />
  ) : (
    <StateView picture="no-coupons" title="没有这一类的记录" />
  );
}
