// The list of the circle, in each of its states.
import type { ReactNode } from 'react';
import { Button } from '../../components/button/Button';
import { FailedState, StateView } from '../../components/states/StateView';
import { failureText } from '../../features/errors/error-text';
import { CATEGORY_NAMES } from '../../features/merchants/categories';
import { ListEnd } from '../../features/merchants/ListEnd';
import { MerchantRowSkeleton } from '../../features/merchants/MerchantRowSkeleton';
import { isWished, NO_WISH, wishText } from '../../features/merchants/shop-order';
import { ShopScroll } from '../../features/merchants/ShopScroll';
import { useRowOf } from '../../features/merchants/use-row-of';
import { goTo, routes } from '../../routes';
import { locate } from '../../session/locate';
import { useSession } from '../../session/session';
import { endText } from './circle-words';
import { NoPlace } from './NoPlace';
import type { useCircle } from './use-circle';

interface CircleListProps {
  readonly circle: ReturnType<typeof useCircle>;
  readonly selectedId: string | null;
  readonly onWider: () => void;
}

export function CircleList(props: CircleListProps) {
  const { circle, selectedId } = props;
  const { now, lots, visited, state, wish, category, radiusMetres } = circle;
  const myCommunityId = circle.community?.id;
  const drawRow = useRowOf({ now, lots, visited, myCommunityId, selectedId });
  const chosenPlace = useSession((session) => session.chosenPlace);
  const lookAgain = async (): Promise<void> => {
    await Promise.all([chosenPlace === null ? locate() : undefined, circle.refresh()]);
  };
  return (
    <ShopScroll
      // Another question begins at the top.
      key={[wishText(wish), category, chosenPlace?.id, radiusMetres].join(' ')}
      listId="circle"
      shops={state.kind === 'shops' ? state.shops : []}
      drawRow={drawRow}
      selectedId={selectedId}
      // In another order than the nearest, more shops would move those that one looks at.
      onReachEnd={() => wish.order === 'nearest' && circle.more()}
      onRefresh={circle.here === null ? undefined : lookAgain}
    >
      {belowRows(props)}
    </ShopScroll>
  );
}

function belowRows(props: CircleListProps): ReactNode {
  const { circle } = props;
  const { state } = circle;
  switch (state.kind) {
    case 'locating':
    case 'loading':
      return [0, 1, 2, 3].map((index) => <MerchantRowSkeleton key={index} />);
    case 'no-place':
      return <NoPlace why={state.why} />;
    case 'failed':
      return (
        <FailedState
          text={failureText(state.error)}
          isBusy={circle.isFetching}
          onRetry={() => void circle.refresh()}
        />
      );
    case 'not-open':
      return <NotOpen />;
    case 'empty':
      return <NoShops {...props} />;
    case 'none-as-wished':
      return <NoneAsWished {...props} />;
    case 'shops':
      return <End circle={circle} isLast={state.isLast} />;
  }
}

function End({ circle, isLast }: { circle: CircleListProps['circle']; isLast: boolean }) {
  const { isFetching, hasFailed, loaded, wish, more } = circle;
  const isIdle = !isLast && !isFetching;
  return (
    <ListEnd
      text={endText({ isLast, isFetching, hasFailed, loaded, wish })}
      onTap={isIdle ? more : undefined}
    />
  );
}

function NotOpen() {
  return (
    <StateView
      picture="not-open"
      title="这座城市还没有开通"
      note="您的券在每座已开通的城市都能用。"
    >
      <Button kind="soft" onTap={() => goTo(routes.place())}>
        看看已开通的城市
      </Button>
    </StateView>
  );
}

function NoShops({ circle, onWider }: CircleListProps) {
  const { category, setCategory } = circle;
  const kind = category === undefined ? '联盟商家' : `${CATEGORY_NAMES[category]}商家`;
  return (
    <StateView picture="no-shops" title={`这个范围里还没有${kind}`} note="把半径放大一些看看。">
      {category !== undefined && (
        <Button kind="plain" onTap={() => setCategory(undefined)}>
          看全部商家
        </Button>
      )}
      <Button kind="soft" onTap={onWider}>
        放大半径
      </Button>
    </StateView>
  );
}

/** Told only of the shops that were looked through. */
function NoneAsWished({ circle }: CircleListProps) {
  const { wish, setWish, loaded, isFetching, isLast, more } = circle;
  if (isFetching && isWished(wish)) return <ListEnd text="正在找…" />;
  const what = wish.isVisitedOnly ? '最近去过的店' : '营业中的店';
  return (
    <StateView
      picture="no-shops"
      title={isLast ? `这个范围里没有${what}` : `最近的 ${loaded} 家里没有${what}`}
    >
      {!isLast && (
        <Button kind="plain" onTap={more}>
          再找 100 家
        </Button>
      )}
      <Button kind="soft" className="js-no-wish" onTap={() => setWish(NO_WISH)}>
        看全部商家
      </Button>
    </StateView>
  );
}
