// 隐私: what is kept and why, who else sees it, how long, and what a person can do about it.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { promiseText } from '../../../features/tickets/ticket-words';
import { goTo, routes } from '../../../routes';
import { useNow } from '../../../session/use-now';
import { ExportCard } from './ExportCard';
import { CLOUD_KEEPS, PHONE_KEEPS } from './kept-data';
import { openGuide } from './open-guide';
import { PRIVACY_TEXTS } from './privacy-words';
import styles from './Privacy.module.scss';

export default function PrivacyPage() {
  const now = useNow();
  return (
    <Page header={<NavBar title="隐私" />}>
      <View className={classes(styles.page)}>
        <View className={classes(styles.card)}>
          <Text className={classes(styles.title)}>我们保存什么，为什么</Text>
          {Object.values(CLOUD_KEEPS).map(({ title, note }) => (
            <View key={title} className={classes(styles.kept)}>
              <Text className={classes(styles.name)}>{title}</Text>
              <Text className={classes(styles.line)}>{note}</Text>
            </View>
          ))}
          <View className={classes(styles.kept)}>
            <Text className={classes(styles.name)}>只在这部手机上</Text>
            <Text className={classes(styles.line)}>
              {`${Object.values(PHONE_KEEPS).join('、')}。在设置里可以清除。`}
            </Text>
          </View>
        </View>
        {PRIVACY_TEXTS.map(({ title, lines }) => (
          <View key={title} className={classes(styles.card)}>
            <Text className={classes(styles.title)}>{title}</Text>
            {lines.map((line) => (
              <Text key={line} className={classes(styles.line)}>
                {line}
              </Text>
            ))}
          </View>
        ))}
        <ExportCard />
      </View>
      <ListCard>
        {process.env['TARO_ENV'] === 'weapp' && (
          <ListRow icon="shield" title="《隐私保护指引》" className="js-guide" onTap={openGuide} />
        )}
        <ListRow
          icon="service"
          title="问隐私问题，或提出要求"
          note={promiseText('privacy', now)}
          className="js-ask-privacy"
          onTap={() => goTo(routes.privacyQuestion())}
        />
        <ListRow
          icon="mine"
          title="注销账户"
          note="积分和券清零，不能恢复"
          className="js-leave"
          onTap={() => goTo(routes.leave())}
        />
      </ListCard>
      <View className={classes(styles.end)} />
    </Page>
  );
}
