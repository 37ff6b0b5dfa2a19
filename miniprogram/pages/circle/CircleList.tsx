// The list of the circle, in each of its states.
import { useState } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { FailedState, StateView } from '../../components/states/StateView';
import { failureText } from '../../features/errors/error-text';
import { CATEGORY_NAMES } from '../../features/merchants/categories';
import { MerchantRow, rowId } from '../../features/merchants/MerchantRow';
import { MerchantRowSkeleton } from '../../features/merchants/MerchantRowSkeleton';
import { PlaceChoice } from '../../features/place/PlaceChoice';
import { goTo, routes } from '../../routes';
import { locate } from '../../session/locate';
import { useSession } from '../../session/session';
import { useNow } from '../../session/use-now';
import type { CircleState } from './circle-state';
import type { useCircle } from './use-circle';
import styles from './CircleList.module.scss';

interface CircleListProps {
  readonly circle: ReturnType<typeof useCircle>;
  readonly selectedId: string | null;
  readonly onSelect: (merchantId: string | null) => void;
  readonly onWider: () => void;
}

export function CircleList(props: CircleListProps) {
  const { circle, selectedId } = props;
  const [isPulled, setPulled] = useState(false);
  const lookAgain = async (): Promise<void> => {
    setPulled(true);
    await Promise.all([locate(), circle.refresh()]);
    setPulled(false);
  };
  return (
    <ScrollView
      className={classes(styles.list)}
      scrollY
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      scrollIntoView={selectedId === null ? '' : rowId(selectedId)}
      refresherEnabled={circle.here !== null}
      refresherTriggered={isPulled}
      refresherBackground="transparent"
      onRefresherRefresh={() => void lookAgain()}
    >
      <ListOf {...props} state={circle.state} />
      <View className={classes(styles.end)} />
    </ScrollView>
  );
}

function ListOf({ state, ...props }: CircleListProps & { readonly state: CircleState }) {
  const { circle } = props;
  switch (state.kind) {
    case 'locating':
    case 'loading':
      return <Waiting />;
    case 'no-place':
      return <NoPlace why={state.why} />;
    case 'failed':
      return (
        <FailedState
          text={failureText(state.error)}
          isBusy={circle.isRefreshing}
          onRetry={() => void circle.refresh()}
        />
      );
    case 'not-open':
      return <NotOpen />;
    case 'empty':
      return <NoShops {...props} />;
    case 'shops':
      return <Shops {...props} state={state} />;
  }
}

function Shops({
  circle,
  selectedId,
  onSelect,
  state,
}: CircleListProps & { readonly state: CircleState & { readonly kind: 'shops' } }) {
  const now = useNow();
  return (
    <>
      {state.merchants.map((merchant) => (
        <MerchantRow
          key={merchant.id}
          merchant={merchant}
          now={now}
          couponFen={circle.couponFen}
          wasVisited={circle.visited.has(merchant.id)}
          isSelected={merchant.id === selectedId}
          onSelect={() => onSelect(merchant.id === selectedId ? null : merchant.id)}
          onPay={() => goTo(routes.pay({ merchantCode: merchant.code }))}
        />
      ))}
      <Text className={classes(styles.last)}>
        {state.isLast ? '没有更多商家了' : '只列出最近的 100 家'}
      </Text>
    </>
  );
}

function Waiting() {
  return (
    <>
      {[0, 1, 2, 3].map((index) => (
        <MerchantRowSkeleton key={index} />
      ))}
    </>
  );
}

function NoPlace({ why }: { readonly why: 'refused' | 'failed' }) {
  const choosePlace = useSession((session) => session.choosePlace);
  return (
    <>
      <View className={classes(styles.ask)}>
        <Text className={classes(styles.askText)}>
          {why === 'refused'
            ? '没有定位也能用，选一个您在的地方：'
            : '没有找到您的位置，选一个地方：'}
        </Text>
        <Button kind="soft" size="small" onTap={() => void locate()}>
          重新定位
        </Button>
      </View>
      <PlaceChoice chosenId={null} onChoose={choosePlace} />
    </>
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
