import { View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { useScan } from '../../../features/scan/use-scan';
import styles from './Viewfinder.module.scss';

/** WeChat's own scanner follows a code by itself. */
export function Viewfinder() {
  const scan = useScan();
  return (
    <View className={classes(styles.start)}>
      <Icon name="scan" size={32} className={styles.sign} />
      <Button onTap={scan} className="js-wechat-scan">
        打开微信扫一扫
      </Button>
    </View>
  );
}
