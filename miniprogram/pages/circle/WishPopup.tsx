// In which order the shops stand, and which are left out.
import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { ORDER_NAMES, SHOP_ORDERS, type ShopWish } from '../../features/merchants/shop-order';
import styles from './WishPopup.module.scss';

interface WishPopupProps {
  readonly isOpen: boolean;
  readonly wish: ShopWish;
  readonly onWish: (wish: ShopWish) => void;
  readonly onClose: () => void;
}

export function WishPopup({ isOpen, wish, onWish, onClose }: WishPopupProps) {
  return (
    <BottomPopup isOpen={isOpen} title="排序和筛选" onClose={onClose}>
      <View className={classes(styles.body)}>
        <Text className={classes(styles.heading)}>排序</Text>
        <View className={classes(styles.choices)}>
          {SHOP_ORDERS.map((order) => (
            <Chip
              key={order}
              kind="sunken"
              text={ORDER_NAMES[order]}
              isChosen={order === wish.order}
              className={classes(styles.choice, `js-order-${order}`)}
              onTap={() => onWish({ ...wish, order })}
            />
          ))}
        </View>
        <Text className={classes(styles.heading)}>只看</Text>
        <View className={classes(styles.choices)}>
          <Chip
            kind="sunken"
            text="营业中"
            isChosen={wish.isOpenOnly}
            className={classes(styles.choice, 'js-open-only')}
            onTap={() => onWish({ ...wish, isOpenOnly: !wish.isOpenOnly })}
          />
          <Chip
            kind="sunken"
            text="最近去过"
            isChosen={wish.isVisitedOnly}
            className={classes(styles.choice, 'js-visited-only')}
            onTap={() => onWish({ ...wish, isVisitedOnly: !wish.isVisitedOnly })}
          />
        </View>
        <Button isBlock size="large" className={classes(styles.done, 'js-done')} onTap={onClose}>
          看商家
        </Button>
      </View>
    </BottomPopup>
  );
}
