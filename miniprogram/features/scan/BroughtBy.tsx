// On 生活圈, quietly: which shop's entry code has brought me here. It leads to that shop, and closes.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { useMerchantByCode } from '../../queries/use-merchant-by-code';
import { goTo, routes } from '../../routes';
import { closeLine, useArrivals } from './arrivals';
import { useTellVisits } from './tell-visits';
import { useArrival } from './use-arrival';
import styles from './BroughtBy.module.scss';

export function BroughtBy() {
  useArrival(useRouter().params);
  const code = useArrivals(({ broughtBy }) => broughtBy);
  const shop = useMerchantByCode(code).data;
  useTellVisits(true);
  if (code === null || shop === undefined || shop.state === 'left') return null;
  return (
    <View className={classes(styles.line, 'js-brought-by')}>
      <View className={classes(styles.shop)} onClick={() => goTo(routes.shop(code))}>
        <Text className={classes(styles.text)}>{`${shop.name}带您来的`}</Text>
      </View>
      <View
        className={classes(styles.close, 'js-brought-close')}
        ariaLabel="关闭"
        onClick={closeLine}
      >
        <Icon name="close" size={14} />
      </View>
    </View>
  );
}
