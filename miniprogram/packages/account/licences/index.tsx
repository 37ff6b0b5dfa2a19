// 开源软件: whose work the app stands on.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { OPEN_SOURCE } from './open-source';
import styles from './Licences.module.scss';

const NOTICE =
  'Each of these is used under its own licence, provided by its authors “as is”, without warranty of any kind.';

export default function LicencesPage() {
  return (
    <Page header={<NavBar title="开源软件" />}>
      <Text className={classes(styles.lead)}>感谢下面这些开源软件的作者。</Text>
      <View className={classes(styles.card)}>
        {OPEN_SOURCE.map(({ name, copyright, licence }) => (
          <View key={name} className={classes(styles.item)}>
            <View className={classes(styles.line)}>
              <Text className={classes(styles.name)}>{name}</Text>
              <Text className={classes(styles.licence)}>{licence}</Text>
            </View>
            <Text className={classes(styles.copyright)}>{copyright}</Text>
          </View>
        ))}
      </View>
      <Text className={classes(styles.foot)}>{NOTICE}</Text>
    </Page>
  );
}
