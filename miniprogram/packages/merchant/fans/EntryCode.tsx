import { Text, View } from '@tarojs/components';
import { entryLink } from '../../../../src/domain/codes/scan';
import { classes } from '../../../components/classes';
import { Qr } from '../../../components/qr/Qr';
import { ENTRY_NOTE } from './fans-words';
import styles from './Fans.module.scss';

/** The shop's entry code, to be shown or photographed; `npm run codes` prints it. */
export function EntryCode({ merchantCode }: { readonly merchantCode: string }) {
  return (
    <View className={classes(styles.card, styles.entry)}>
      <Text className={classes(styles.title)}>我的入口码</Text>
      <Qr text={entryLink({ page: CODE_PAGE, merchantCode })} />
      <Text className={classes(styles.note)}>{ENTRY_NOTE}</Text>
    </View>
  );
}
