// The end of a list of shops that is read page by page.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import styles from './ListEnd.module.scss';

interface ListEndProps {
  readonly text: string;
  /** Absent where nothing is to be done. */
  readonly onTap?: (() => void) | undefined;
}

export function ListEnd({ text, onTap }: ListEndProps) {
  return (
    <View
      className={classes(styles.end, onTap !== undefined && styles.tappable, 'js-list-end')}
      onClick={() => onTap?.()}
    >
      <Text>{text}</Text>
    </View>
  );
}
