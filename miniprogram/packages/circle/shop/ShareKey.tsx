// WeChat shares a page only from its own menu or from its own button.
import { Button } from '@tarojs/components';
import { classes } from '../../../components/classes';
import styles from './ShareKey.module.scss';

/** Nothing in the browser, which has no friends to send to. */
export function ShareKey() {
  if (process.env['TARO_ENV'] !== 'weapp') return null;
  return (
    <Button className={classes(styles.key, 'js-share')} openType="share">
      发给朋友
    </Button>
  );
}
