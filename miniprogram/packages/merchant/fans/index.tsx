// 粉丝与入口码: how many fans a shop has, what they brought it and why, and its code for the door.
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import { CardSkeletons } from '../../../components/skeleton/CardSkeletons';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useRules } from '../../../queries/use-rules';
import { useShopFans } from '../../../queries/use-shop-fans';
import { EntryCode } from './EntryCode';
import { FanFigures } from './FanFigures';
import { Rewards } from './Rewards';
import { RewardRules } from './RewardRules';
import { offsetText, type ShopFans } from './fans-words';
import styles from './Fans.module.scss';

export default function FansPage() {
  const { params } = useRouter();
  const merchantCode = params['code'] ?? '';
  const fans = useShopFans(merchantCode);
  useDidShow(() => void fans.refetch({ cancelRefetch: false }));
  return (
    <Page header={<NavBar title="粉丝与入口码" />}>
      {fans.data !== undefined && <Brought fans={fans.data} merchantCode={merchantCode} />}
      {fans.data === undefined && fans.error === null && <CardSkeletons count={2} />}
      {fans.data === undefined && fans.error !== null && (
        <FailedState
          text={failureText(fans.error)}
          isBusy={fans.isFetching}
          onRetry={() => void fans.refetch()}
        />
      )}
    </Page>
  );
}

interface BroughtProps {
  readonly fans: ShopFans;
  readonly merchantCode: string;
}

function Brought({ fans, merchantCode }: BroughtProps) {
  const rules = useRules().data;
  const offset = offsetText(fans.offsetFen);
  return (
    <View className={classes(styles.page)}>
      <FanFigures fans={fans} />
      {offset !== undefined && <Notice text={offset} className="js-fan-offset" />}
      <EntryCode merchantCode={merchantCode} />
      <Rewards rewards={fans.rewards} />
      {rules !== undefined && <RewardRules rules={rules} />}
    </View>
  );
}
