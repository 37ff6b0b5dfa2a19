// 先用券: coupons before their dividend: how much, why no more, and how later ones make up for it.
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useAdvance } from '../../../queries/use-advance';
import { AdvanceFacts } from './AdvanceFacts';
import { Taken } from './Taken';
import { useTaking } from './use-taking';
import styles from './Advance.module.scss';

export default function AdvancePage() {
  const { data, error, isFetching, refetch } = useAdvance();
  const taking = useTaking();
  useDidShow(() => void refetch({ cancelRefetch: false }));
  return (
    <Page header={<NavBar title="先用券" />}>
      {taking.taken !== undefined && <Taken taken={taking.taken} onAgain={taking.again} />}
      {taking.taken === undefined && data !== undefined && (
        <AdvanceFacts advance={data} taking={taking} />
      )}
      {data === undefined && error === null && <AdvanceSkeleton />}
      {data === undefined && error !== null && (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function AdvanceSkeleton() {
  return (
    <View className={classes(styles.page, 'js-loading')}>
      {[0, 1].map((card) => (
        <View key={card} className={classes(styles.card, styles.skeleton)}>
          <Skeleton shape="title" width="half" />
          <Skeleton />
          <Skeleton width="most" />
        </View>
      ))}
    </View>
  );
}
