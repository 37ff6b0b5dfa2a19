// Under the thumb: pay, and beside it the ways to reach the shop.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import type { IconName } from '../../../components/icon/icon-names';
import { yuanText } from '../../../components/price/money';
import { callShop } from '../../../features/getting-there/call-shop';
import { goTo, goToTab, routes } from '../../../routes';
import styles from './ShopFooter.module.scss';

interface ShopFooterProps {
  readonly merchant: MerchantCard;
  /** What my coupons could pay here. */
  readonly couponFen: number;
  readonly onShowWay: () => void;
}

export function ShopFooter({ merchant, couponFen, onShowWay }: ShopFooterProps) {
  const { phone } = merchant;
  return (
    <View className={classes(styles.bar)}>
      {phone !== '' && (
        <Small icon="phone" text="电话" className="js-call" onTap={() => void callShop(phone)} />
      )}
      <Small icon="walk" text="怎么走" className="js-way-key" onTap={onShowWay} />
      <View className={classes(styles.main)}>
        <MainKey merchant={merchant} couponFen={couponFen} />
      </View>
    </View>
  );
}

function MainKey({ merchant, couponFen }: Pick<ShopFooterProps, 'merchant' | 'couponFen'>) {
  switch (merchant.state) {
    case 'active':
      return (
        <Button
          size="large"
          isBlock
          className={classes(styles.pay, 'js-go-pay')}
          onTap={() => goTo(routes.pay({ merchantCode: merchant.code }))}
        >
          <Text>去买单</Text>
          {couponFen > 0 && (
            <Text className={classes(styles.coupon)}>{`券最多抵 ${yuanText(couponFen)}`}</Text>
          )}
        </Button>
      );
    case 'closed':
      return (
        <Button size="large" isBlock isDisabled onTap={() => undefined}>
          暂停收款
        </Button>
      );
    case 'left':
      return (
        <Button size="large" isBlock className="js-others" onTap={() => goToTab('circle')}>
          看看附近的店
        </Button>
      );
  }
}

interface SmallProps {
  readonly icon: IconName;
  readonly text: string;
  readonly onTap: () => void;
  readonly className: string;
}

function Small({ icon, text, onTap, className }: SmallProps) {
  return (
    <View className={classes(styles.small, className)} role="button" onClick={onTap}>
      <Icon name={icon} size={22} />
      <Text className={classes(styles.smallText)}>{text}</Text>
    </View>
  );
}
