// WeChat wants this component for `tabBar.custom`; each tab page draws the bar itself instead,
// so that bar and page share one theme and one column.
import { View } from '@tarojs/components';

export default function CustomTabBar() {
  return <View />;
}
