// Our own tab bar: a part of each tab page's column, so nothing of a page can lie under it.
import { Text, View } from '@tarojs/components';
import { goToTab, type TabName } from '../../routes';
import { classes } from '../classes';
import { Icon } from '../icon/Icon';
import styles from './TabBar.module.scss';

const TABS = {
  circle: { text: '生活圈', icon: 'circle', solid: 'circle-solid' },
  wallet: { text: '券包', icon: 'wallet', solid: 'wallet-solid' },
  mine: { text: '我的', icon: 'mine', solid: 'mine-solid' },
} as const;

interface TabBarProps {
  readonly current: TabName;
  readonly onScan: () => void;
}

export function TabBar({ current, onScan }: TabBarProps) {
  return (
    <View className={classes(styles.bar)}>
      <View className={classes(styles.line)}>
        <Tab name="circle" current={current} />
        <View className={classes(styles.scan, 'js-scan')} ariaLabel="扫一扫" onClick={onScan}>
          <View className={classes(styles.disc)}>
            <Icon name="scan" size={28} />
          </View>
          <Text className={classes(styles.scanText)}>扫一扫</Text>
        </View>
        <Tab name="wallet" current={current} />
        <Tab name="mine" current={current} />
      </View>
    </View>
  );
}

function Tab({ name, current }: { readonly name: TabName; readonly current: TabName }) {
  const { text, icon, solid } = TABS[name];
  const isCurrent = name === current;
  return (
    <View
      className={classes(styles.tab, isCurrent && styles.current, `js-tab-${name}`)}
      ariaLabel={text}
      onClick={() => !isCurrent && goToTab(name)}
    >
      <Icon name={isCurrent ? solid : icon} size={24} />
      <Text className={classes(styles.text)}>{text}</Text>
    </View>
  );
}
