// The page before its shop is there, and without one.
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { codeOf } from '../../../queries/call-failure';
import { goToTab } from '../../../routes';
import { ShopNav } from './ShopNav';
import styles from './Shop.module.scss';

/** No shop has this code. */
export function ShopUnknown() {
  return (
    <Framed>
      <StateView
        picture="no-shops"
        title="没有找到这家店"
        note="它的店码可能已经换过。"
        className="js-shop-unknown"
      >
        <Button kind="soft" onTap={() => goToTab('circle')}>
          看看附近的店
        </Button>
      </StateView>
    </Framed>
  );
}

interface ShopFailedProps {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

export function ShopFailed({ error, isBusy, onRetry }: ShopFailedProps) {
  if (codeOf(error) === 'merchant-not-found') return <ShopUnknown />;
  return (
    <Framed>
      <FailedState text={failureText(error)} isBusy={isBusy} onRetry={onRetry} />
    </Framed>
  );
}

function Framed({ children }: { readonly children: ReactNode }) {
  return <Page header={<NavBar title="商家" />}>{children}</Page>;
}

/** Grey pictures, name and cards in the form of the page. */
export function ShopSkeleton() {
  return (
    <Page scroll="none">
      <ShopNav title="" isScrolled={false} />
      <View className="js-loading">
        <Skeleton className={styles.pictureSkeleton} />
        <View className={classes(styles.body)}>
          <View className={classes(styles.headSkeleton)}>
            <Skeleton shape="title" width="most" />
            <Skeleton width="half" />
            <Skeleton width="third" />
          </View>
          {[0, 1, 2].map((card) => (
            <View key={card} className={classes(styles.card, styles.cardSkeleton)}>
              <Skeleton shape="title" width="third" />
              <Skeleton />
              <Skeleton width="most" />
            </View>
          ))}
        </View>
      </View>
    </Page>
  );
}
