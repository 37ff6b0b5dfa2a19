// What comes after the result. It holds no way to pay the same order again.
import { View } from '@tarojs/components';
import type { OrderView } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { goTo, goToTab, replaceBy, routes } from '../../../routes';
import styles from './Result.module.scss';

export function ResultFooter({ order }: { readonly order: OrderView | undefined }) {
  return (
    <View className={classes(styles.footer)}>
      <Button
        kind="plain"
        size="large"
        className={classes(styles.footerButton, 'js-result-order')}
        onTap={() => goTo(order === undefined ? routes.orders() : routes.order(order.id))}
      >
        看订单
      </Button>
      {order?.state === 'closed' ? (
        <Button
          size="large"
          className={classes(styles.footerButton, 'js-result-again')}
          onTap={() => replaceBy(routes.pay(shopOf(order)))}
        >
          重新下单
        </Button>
      ) : (
        <Button
          size="large"
          className={classes(styles.footerButton, 'js-result-done')}
          onTap={() => goToTab('circle')}
        >
          完成
        </Button>
      )}
    </View>
  );
}

function shopOf({ merchant, table }: OrderView): { merchantCode: string; table?: string } {
  return { merchantCode: merchant.code, ...(table !== undefined && { table }) };
}
