// The end of a list that is read page by page.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import styles from './Orders.module.scss';

export interface ListEndProps {
  readonly state: 'loading' | 'failed' | 'more' | 'end';
  readonly onRetry: () => void;
}

const TEXTS: { readonly [S in ListEndProps['state']]: string } = {
  loading: '正在加载…',
  failed: '没有加载出来，点这里再试',
  more: '点这里看更早的订单',
  end: '没有更早的订单了',
};

export function ListEnd({ state, onRetry }: ListEndProps) {
  const isTappable = state === 'failed' || state === 'more';
  return (
    <View
      className={classes(styles.end, isTappable && styles.endTappable, 'js-list-end')}
      onClick={() => isTappable && onRetry()}
    >
      <Text>{TEXTS[state]}</Text>
    </View>
  );
}
