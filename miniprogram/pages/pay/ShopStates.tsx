// The pay page without a shop that takes payments.
import { View } from '@tarojs/components';
import type { MerchantCard } from '../../../src/contracts/values';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Skeleton } from '../../components/skeleton/Skeleton';
import { FailedState, StateView } from '../../components/states/StateView';
import { failureText } from '../../features/errors/error-text';
import { ShopHeader } from '../../features/paying/ShopHeader';
import { useScan } from '../../features/scan/use-scan';
import { codeOf } from '../../queries/call-failure';
import { goToTab } from '../../routes';
import styles from './Pay.module.scss';

/** Nothing that was scanned names a shop. */
export function NoCode() {
  return (
    <StateView
      picture="no-shops"
      title="没有认出店码"
      note="请扫店里贴出的联盟码，或在扫一扫里输入店码。"
      className="js-no-code"
    >
      <OtherWays />
    </StateView>
  );
}

export interface ShopFailedProps {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

export function ShopFailed({ error, isBusy, onRetry }: ShopFailedProps) {
  if (codeOf(error) !== 'merchant-not-found') {
    return <FailedState text={failureText(error)} isBusy={isBusy} onRetry={onRetry} />;
  }
  return (
    <StateView
      picture="no-shops"
      title="没有找到这家店"
      note="店码可能已经换过，请店员给您看新的码。"
      className="js-shop-unknown"
    >
      <OtherWays />
    </StateView>
  );
}

export function ShopNotTrading({ merchant }: { readonly merchant: MerchantCard }) {
  const hasLeft = merchant.state === 'left';
  return (
    <View>
      <ShopHeader merchant={merchant} />
      <StateView
        picture="closed"
        title={hasLeft ? '这家店已退出联盟' : '这家店暂停收款'}
        note={
          hasLeft
            ? '在这里不能用券，也不产生积分。您的券在其他联盟商家照常可用。'
            : '请问一下店员，或稍后再试。您的券都还在。'
        }
        className="js-shop-closed"
      >
        <OtherWays />
      </StateView>
    </View>
  );
}

function OtherWays() {
  const scan = useScan();
  return (
    <>
      <Button kind="plain" onTap={scan}>
        重新扫码
      </Button>
      <Button kind="soft" onTap={() => goToTab('circle')}>
        看看附近的店
      </Button>
    </>
  );
}

export function PaySkeleton() {
  return (
    <View className={classes(styles.skeleton, 'js-loading')}>
      <View className={classes(styles.skeletonShop)}>
        <Skeleton shape="block" className={styles.skeletonPicture} />
        <View className={classes(styles.skeletonText)}>
          <Skeleton shape="title" width="half" />
          <Skeleton width="most" />
        </View>
      </View>
      <View className={classes(styles.card, styles.skeletonCard)}>
        <Skeleton width="third" />
        <Skeleton shape="block" width="half" className={styles.skeletonAmount} />
        <Skeleton />
      </View>
    </View>
  );
}
