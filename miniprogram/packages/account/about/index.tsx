// 关于: what this is, the rules behind it, and whose work it stands on.
import { Text, View } from '@tarojs/components';
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
      <ListCard>
        <ListRow
          icon="gift"
          title="何时派券：规则"
          className="js-rules"
          onTap={() => goTo(routes.rules())}
        />
        <ListRow
          icon="points"
          title="公开账本"
          note="让利进来多少，券用掉多少，现在备着多少"
          className="js-ledger"
          onTap={() => goTo(routes.ledger())}
        />
        <ListRow
          icon="rules"
          title="规则与协议"
          className="js-agreement"
          onTap={() => goTo(routes.agreement())}
        />
        <ListRow
          icon="shield"
          title="隐私"
          className="js-privacy"
          onTap={() => goTo(routes.privacy())}
        />
      </ListCard>
      <ListCard>
        <ListRow
          icon="service"
          title="客服与投诉"
          className="js-help"
          onTap={() => goTo(routes.help())}
        />
        <ListRow
          icon="info"
          title="开源软件"
          className="js-licences"
          onTap={() => goTo(routes.licences())}
        />
      </ListCard>
    </Page>
  );
}
