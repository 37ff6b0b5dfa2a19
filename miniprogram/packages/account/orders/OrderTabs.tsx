// 全部 · 待支付 · 已支付 · 退款 · 已关闭: tabs that scroll under a thumb.
import { ScrollView, Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { ORDER_FILTERS, type Shown } from './order-filters';
import styles from './OrderTabs.module.scss';

export interface OrderTabsProps {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

export function OrderTabs({ shown, onShow }: OrderTabsProps) {
  return (
    <ScrollView
      className={classes(styles.bar)}
      scrollX
      enhanced
      showScrollbar={false}
      scrollWithAnimation
      scrollIntoView={`tab-${shown}`}
    >
      <View className={classes(styles.tabs)}>
        {ORDER_FILTERS.map((filter) => (
          <View
            key={filter.shown}
            id={`tab-${filter.shown}`}
            role="tab"
            className={classes(
              styles.tab,
              filter.shown === shown && styles.chosen,
              `js-show-${filter.shown}`,
            )}
            onClick={() => onShow(filter.shown)}
          >
            <Text>{filter.name}</Text>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
