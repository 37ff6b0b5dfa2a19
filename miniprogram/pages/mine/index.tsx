// 我的: what I have, my orders, my settings, and whom to ask.
import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { ListCard, ListRow } from '../../components/list-row/ListRow';
import { NavBar } from '../../components/nav-bar/NavBar';
import { Page } from '../../components/page/Page';
import { TabBar } from '../../components/tab-bar/TabBar';
import { radiusText } from '../../features/merchants/radius';
import { useScan } from '../../features/scan/use-scan';
import { useMessages } from '../../queries/use-messages';
import { useMyShops } from '../../queries/use-my-shops';
import { useOrders } from '../../queries/use-orders';
import { useWalletSummary } from '../../queries/use-wallet-summary';
import { goTo, routes } from '../../routes';
import { useSession } from '../../session/session';
import { MyFigures } from './MyFigures';
import { OrderShortcuts } from './OrderShortcuts';
import { UnpaidBar } from './UnpaidBar';
import styles from './index.module.scss';

export default function MinePage() {
  const wallet = useWalletSummary();
  const open = useOrders({ show: 'open' });
  const scan = useScan();
  useDidShow(() => {
    void wallet.refetch();
    void open.refetch({ cancelRefetch: false });
  });
  const orders = open.data?.pages.flatMap((page) => page.orders) ?? [];
  const [newest] = orders;
  return (
    <Page
      header={<NavBar title="我的" hasBack={false} />}
      footer={<TabBar current="mine" onScan={scan} />}
    >
      <Greeting paidOrders={wallet.data?.paidOrders ?? 0} />
      <MyFigures wallet={wallet} />
      {newest !== undefined && <UnpaidBar order={newest} onOver={() => void open.refetch()} />}
      <OrderShortcuts openOrders={orders.length} />
      <MyShops />
      <Messages />
      <Rows />
      <View className={classes(styles.end)} />
    </Page>
  );
}

function Greeting({ paidOrders }: { readonly paidOrders: number }) {
  const note = paidOrders > 0 ? `已买单 ${paidOrders} 次` : '扫商家的码，买单得积分';
  return (
    <View className={classes(styles.greeting)}>
      <View className={classes(styles.avatar)}>
        <Icon name="mine-solid" size={32} />
      </View>
      <View className={classes(styles.who)}>
        <Text className={classes(styles.hello)}>您好</Text>
        <Text className={classes(styles.note)}>{note}</Text>
      </View>
      <View
        className={classes(styles.code, 'js-my-code')}
        ariaLabel="我的码"
        onClick={() => goTo(routes.myCode())}
      >
        <Icon name="qr" size={24} />
        <Text className={classes(styles.codeText)}>我的码</Text>
      </View>
    </View>
  );
}

/** Only for those who work for a shop; nothing while that is not known. */
function MyShops() {
  const [shop, ...others] = useMyShops().data?.shops ?? [];
  if (shop === undefined) return null;
  return (
    <ListCard>
      <ListRow
        icon="store"
        title="我的店"
        value={others.length === 0 ? shop.name : `${others.length + 1} 家`}
        className="js-my-shop"
        onTap={() => goTo(routes.bills())}
      />
    </ListCard>
  );
}

function Messages() {
  const inbox = useMessages();
  const { isStale, refetch } = inbox;
  useDidShow(() => {
    if (isStale) void refetch({ cancelRefetch: false });
  });
  const unread = inbox.data?.pages[0]?.unread ?? 0;
  return (
    <ListCard>
      <ListRow
        icon="bell"
        title="消息"
        {...(unread > 0 && { value: <Unread count={unread} /> })}
        className="js-messages"
        onTap={() => goTo(routes.messages())}
      />
    </ListCard>
  );
}

function Unread({ count }: { readonly count: number }) {
  return (
    <View className={classes(styles.unread, 'js-unread')} ariaLabel={`${count} 条未读`}>
      <Text>{count > 99 ? '99+' : count}</Text>
    </View>
  );
}

function Rows() {
  const radiusMetres = useSession((session) => session.radiusMetres);
  const isLarge = useSession((session) => session.textSize === 'large');
  return (
    <>
      <ListCard>
        <ListRow
          icon="heart"
          title="我关注的店"
          className="js-fan"
          onTap={() => goTo(routes.fan())}
        />
        <ListRow
          icon="gift"
          title="何时派券：规则"
          className="js-rules"
          onTap={() => goTo(routes.rules())}
        />
        <ListRow
          icon="service"
          title="客服与投诉"
          className="js-help"
          onTap={() => goTo(routes.help())}
        />
      </ListCard>
      <ListCard>
        <ListRow
          icon="radius"
          title="生活圈半径"
          value={radiusText(radiusMetres)}
          className="js-settings"
          onTap={() => goTo(routes.settings())}
        />
        <ListRow
          icon="text-size"
          title="字号"
          value={isLarge ? '大' : '标准'}
          className="js-text-size"
          onTap={() => goTo(routes.settings())}
        />
      </ListCard>
      <ListCard>
        <ListRow
          icon="rules"
          title="规则与协议"
          className="js-agreement"
          onTap={() => goTo(routes.agreement())}
        />
        <ListRow
          icon="shield"
          title="隐私与注销"
          className="js-privacy"
          onTap={() => goTo(routes.privacy())}
        />
        <ListRow
          icon="info"
          title="关于众店生活圈"
          className="js-about"
          onTap={() => goTo(routes.about())}
        />
      </ListCard>
    </>
  );
}
