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
import { useOrders } from '../../queries/use-orders';
import { useWalletSummary } from '../../queries/use-wallet-summary';
import { goTo, routes } from '../../routes';
import { useSession } from '../../session/session';
import { MyFigures } from './MyFigures';
import styles from './index.module.scss';

export default function MinePage() {
  const wallet = useWalletSummary();
  const orders = useOrders();
  const scan = useScan();
  useDidShow(() => {
    void wallet.refetch();
    void orders.refetch();
  });
  const placed = orders.data?.pages[0]?.orders.find(({ state }) => state === 'placed');
  return (
    <Page
      header={<NavBar title="我的" hasBack={false} />}
      footer={<TabBar current="mine" onScan={scan} />}
    >
      <Greeting paidOrders={wallet.data?.paidOrders ?? 0} />
      <MyFigures wallet={wallet} />
      {placed !== undefined && <Unpaid orderId={placed.id} shop={placed.merchant.name} />}
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

function Unpaid({ orderId, shop }: { readonly orderId: string; readonly shop: string }) {
  return (
    <View
      className={classes(styles.unpaid, 'js-unpaid')}
      onClick={() => goTo(routes.order(orderId))}
    >
      <Icon name="hourglass" size={20} />
      <Text className={classes(styles.unpaidText)}>{`${shop} 有一笔待支付`}</Text>
      <Text className={classes(styles.unpaidGo)}>去看看</Text>
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
          icon="orders"
          title="我的订单"
          className="js-orders"
          onTap={() => goTo(routes.orders())}
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
          onTap={() => goTo(routes.settings())}
        />
      </ListCard>
      <ListCard>
        <ListRow
          icon="gift"
          title="何时派券：规则"
          className="js-rules"
          onTap={() => goTo(routes.rules())}
        />
        <ListRow icon="rules" title="规则与协议" onTap={() => goTo(routes.agreement())} />
        <ListRow
          icon="service"
          title="客服与投诉"
          className="js-about"
          onTap={() => goTo(routes.about())}
        />
        <ListRow icon="info" title="关于众店生活圈" onTap={() => goTo(routes.about())} />
      </ListCard>
    </>
  );
}
