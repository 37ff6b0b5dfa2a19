// The end of a list that is read page by page.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import styles from './RowsEnd.module.scss';

export type RowsEndState = 'loading' | 'failed' | 'more' | 'end';

export interface RowsEndProps {
  readonly state: RowsEndState;
  /** What stands there when there is nothing more. */
  readonly endText: string;
  readonly onMore: () => void;
}

export function RowsEnd({ state, endText, onMore }: RowsEndProps) {
  const isTappable = state === 'failed' || state === 'more';
  return (
    <View
      className={classes(styles.end, isTappable && styles.tappable, 'js-rows-end')}
      onClick={() => isTappable && onMore()}
    >
      <Text>{state === 'end' ? endText : TEXTS[state]}</Text>
    </View>
  );
}

const TEXTS: { readonly [S in Exclude<RowsEndState, 'end'>]: string } = {
  loading: '正在加载…',
  failed: '没有加载出来，点这里再试',
  more: '点这里看更早的',
};

/** Where a list stands that react-query reads page by page. */
export function rowsEndState(list: {
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  readonly hasNextPage: boolean;
}): RowsEndState {
  if (list.isFetchingNextPage) return 'loading';
  if (list.isError) return 'failed';
  return list.hasNextPage ? 'more' : 'end';
}
