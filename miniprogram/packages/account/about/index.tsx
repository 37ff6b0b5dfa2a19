// 关于: what this is, whom to ask, how to complain, how to leave.
import { Button as NativeButton, Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { goTo, routes } from '../../../routes';
import styles from './index.module.scss';

export default function AboutPage() {
  return (
    <Page header={<NavBar title="关于" />}>
      <View className={classes(styles.head)}>
        <View className={classes(styles.logo)}>
          <Icon name="circle-solid" size={32} />
        </View>
        <Text className={classes(styles.name)}>众店生活圈</Text>
        <Text className={classes(styles.note)}>{`身边的店，一起让利 · 版本 ${APP_VERSION}`}</Text>
      </View>
      <ListCard title="客服">
        <Contact />
        <ListRow icon="clock" title="服务时间" note="每天 9:00–21:00，当天回复" />
      </ListCard>
      <ListCard title="投诉">
        <ListRow
          icon="store"
          title="商家的问题"
          note="在订单里联系客服，带上订单号，我们和商家一起核对。"
        />
        <ListRow icon="shield" title="对处理不满意" note="可拨打全国消费者投诉热线 12315。" />
      </ListCard>
      <ListCard title="账号">
        <ListRow
          icon="mine"
          title="注销账号"
          note="联系客服办理。注销后积分和券清零，不能恢复；已完成的订单按法律要求留存。"
        />
        <ListRow icon="rules" title="规则与协议" onTap={() => goTo(routes.agreement())} />
      </ListCard>
    </Page>
  );
}

/** WeChat opens its own chat with the service; the browser has none. */
function Contact() {
  if (process.env['TARO_ENV'] !== 'weapp') {
    return <ListRow icon="service" title="在线客服" note="在微信里打开本页可与客服聊天。" />;
  }
  return (
    <NativeButton className={classes(styles.contact, 'js-contact')} openType="contact">
      <ListRow icon="service" title="在线客服" note="与客服聊天" onTap={() => undefined} />
    </NativeButton>
  );
}
