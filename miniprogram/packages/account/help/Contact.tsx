// 在线客服: WeChat opens its own chat with the service; the browser has none.
import { Button as NativeButton } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { ListRow } from '../../../components/list-row/ListRow';
import styles from './Help.module.scss';

export function Contact() {
  if (process.env['TARO_ENV'] !== 'weapp') {
    return <ListRow icon="service" title="在线客服" note="在微信里打开本页可与客服聊天。" />;
  }
  return (
    <NativeButton className={classes(styles.contact, 'js-contact')} openType="contact">
      <ListRow icon="service" title="在线客服" note="每天 9:00-21:00" onTap={() => undefined} />
    </NativeButton>
  );
}
