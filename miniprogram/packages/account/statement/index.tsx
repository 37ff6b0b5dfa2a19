// 明细: all that happened to my coupons, points and offset, newest first, and the way to take it along.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import type { StatementShow } from '../../../../src/contracts/wallet';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { RowsEnd } from '../../../features/wallet/RowsEnd';
import { useFileExport } from '../files/use-file-export';
import { ExportPopup } from './ExportPopup';
import { prepareStatement } from './prepare-statement';
import { FILTERS } from './statement-words';
import { StatementRows } from './StatementRows';
import { StatementSkeleton } from './StatementSkeleton';
import { JOIN, useRows } from './use-rows';
import styles from './index.module.scss';

export default function StatementPage() {
  const [show, setShow] = useState<StatementShow | undefined>(undefined);
  const { current, start } = useFileExport(prepareStatement);
  const [isExporting, setExporting] = useState(false);
  const startExport = (): void => {
    setExporting(true);
    start();
  };
  const { list, rows, endState, more } = useRows({ show });
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
          <NavBar title="明细" />
          <Filters chosen={show} onChoose={setShow} onExport={startExport} />
        </>
      }
      refreshing={isPulled}
      onRefresh={() => void pull()}
      onReachEnd={() => endState === 'more' && more()}
      footer={
        <ExportPopup
          isOpen={isExporting}
          current={current}
          onAgain={start}
          onClose={() => setExporting(false)}
        />
      }
    >
      {list.isPending && <StatementSkeleton />}
      {list.isError && !isRead && (
        <FailedState
          text={failureText(list.error)}
          isBusy={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      )}
      {isEmpty && <Empty show={show} />}
      {isRead && !isEmpty && (
        <>
          <StatementRows rows={rows} isOneKind={show === 'coupons' || show === 'points'} />
          <RowsEnd state={endState} endText="没有更早的了" onMore={more} />
        </>
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly chosen: StatementShow | undefined;
  readonly onChoose: (show: StatementShow | undefined) => void;
  readonly onExport: () => void;
}

function Filters({ chosen, onChoose, onExport }: FiltersProps) {
  return (
    <View className={classes(styles.filters)}>
      {FILTERS.map(({ show, name }) => (
        <Chip
          key={name}
          text={name}
          isChosen={show === chosen}
          className={`js-filter-${show ?? 'all'}`}
          onTap={() => onChoose(show)}
        />
      ))}
      <View className={classes(styles.export, 'js-export')} role="button" onClick={onExport}>
        <Text>导出</Text>
      </View>
    </View>
  );
}

const EMPTY: { readonly [S in StatementShow | 'all']: readonly [title: string, note?: string] } = {
  all: ['还没有记录', '付款得积分、派券到账、用券和退款，都会记在这里。'],
  coupons: ['券还没有动过', '派券到账、付款用券，都会记在这里。'],
  points: ['还没有积分', '在联盟商家扫码付款，就会得积分。'],
  refunds: ['没有退款'],
};

function Empty({ show }: { readonly show: StatementShow | undefined }) {
  const [title, note] = EMPTY[show ?? 'all'];
  return <StateView picture="no-coupons" title={title} {...(note !== undefined && { note })} />;
}
