// What a search finds in my circle, nearest first.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Position } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { countText } from '../../../features/merchants/count-text';
import { ListEnd } from '../../../features/merchants/ListEnd';
import { MerchantRowSkeleton } from '../../../features/merchants/MerchantRowSkeleton';
import { radiusText, widerThan } from '../../../features/merchants/radius';
import { ShopScroll } from '../../../features/merchants/ShopScroll';
import { useMine } from '../../../features/merchants/use-mine';
import { useRowOf } from '../../../features/merchants/use-row-of';
import { myCommunity } from '../../../features/place/my-community';
import { useNearbyMerchants } from '../../../queries/use-nearby-merchants';
import { useSession } from '../../../session/session';
import { useNow } from '../../../session/use-now';
import styles from './Search.module.scss';

interface SearchResultsProps {
  readonly here: Position;
  readonly search: string;
  /** Somebody goes on with what was found. */
  readonly onFound: () => void;
  readonly onWider: () => void;
  readonly onOtherWord: () => void;
}

export function SearchResults(props: SearchResultsProps) {
  const { here, search, onFound } = props;
  const { radiusMetres, chosenPlace } = useSession();
  const nearby = useNearbyMerchants({ position: here, radiusMetres, search });
  const found = nearby.data;
  const { lots, visited } = useMine();
  const community = myCommunity({ chosenPlace, here, site: found?.site });
  const drawRow = useRowOf({
    ...{ now: useNow(), lots, visited, search },
    myCommunityId: community?.id,
  });
  const shops = found?.merchants ?? [];
  const isLast = found?.isLast ?? false;
  const more = (): void => {
    if (nearby.hasNextPage && !nearby.isFetching) void nearby.fetchNextPage();
  };
  return (
    <View className={classes(styles.results)} onClick={onFound}>
      {shops.length > 0 && (
        <Text className={classes(styles.count)}>
          {`${radiusText(radiusMetres)}内 ${countText(shops.length, { isLast })} 家`}
        </Text>
      )}
      <ShopScroll
        key={search}
        listId="found"
        shops={shops}
        drawRow={drawRow}
        onReachEnd={more}
        onRefresh={undefined}
      >
        {belowRows({ ...props, nearby, onMore: more, radiusMetres })}
      </ShopScroll>
    </View>
  );
}

interface BelowProps extends SearchResultsProps {
  readonly nearby: ReturnType<typeof useNearbyMerchants>;
  readonly onMore: () => void;
  readonly radiusMetres: number;
}

function belowRows(props: BelowProps): ReactNode {
  const { nearby, onMore } = props;
  const { data, error, isFetching, isError } = nearby;
  if (data === undefined) {
    if (!isError) return [0, 1, 2].map((index) => <MerchantRowSkeleton key={index} />);
    return (
      <FailedState
        text={failureText(error)}
        isBusy={isFetching}
        onRetry={() => void nearby.refresh()}
      />
    );
  }
  if (data.merchants.length === 0) return isFetching ? null : <Nothing {...props} />;
  if (data.isLast) return <ListEnd text="没有更多商家了" />;
  if (isFetching) return <ListEnd text="正在加载…" />;
  return (
    <ListEnd text={isError ? '没有加载出来，点这里再试' : '点这里看更远的商家'} onTap={onMore} />
  );
}

function Nothing({ search, radiusMetres, onWider, onOtherWord }: BelowProps) {
  return (
    <StateView
      picture="no-shops"
      title={`${radiusText(radiusMetres)}内没有「${search}」`}
      note="换个说法，或者看远一点。"
    >
      <Button kind="plain" className="js-other-word" onTap={onOtherWord}>
        换个词
      </Button>
      {widerThan(radiusMetres) !== undefined && (
        <Button kind="soft" className="js-wider" onTap={onWider}>
          放大半径
        </Button>
      )}
    </StateView>
  );
}
