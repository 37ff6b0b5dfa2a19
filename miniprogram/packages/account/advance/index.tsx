// 先用券: coupons before their dividend: how much, why no more, and how later ones make up for it.
import { useDidShow } from '@tarojs/taro';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { CardSkeletons } from '../../../components/skeleton/CardSkeletons';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useAdvance } from '../../../queries/use-advance';
import { AdvanceFacts } from './AdvanceFacts';
import { Taken } from './Taken';
import { useTaking } from './use-taking';

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
      {data === undefined && error === null && <CardSkeletons count={2} />}
      {data === undefined && error !== null && (
        <FailedState text={failureText(error)} isBusy={isFetching} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
