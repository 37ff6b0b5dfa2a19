// 我关注的店: whose fan I am, what that gives the shop and who pays for it, and how to leave.
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { CardSkeletons } from '../../../components/skeleton/CardSkeletons';
import { FailedState, StateView } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { noFanText, type FanRules } from '../../../features/fan/fan-words';
import { useFan } from '../../../queries/use-fan';
import { useRules } from '../../../queries/use-rules';
import { goToTab } from '../../../routes';
import { FanCard } from './FanCard';
import { MeaningCard } from './MeaningCard';
import styles from './Fan.module.scss';

export default function FanPage() {
  const mine = useFan();
  const rules = useRules();
  const reload = (): void => void Promise.all([mine.refetch(), rules.refetch()]);
  useDidShow(() => void mine.refetch());
  if (mine.data !== undefined && rules.data !== undefined) {
    const { fan } = mine.data;
    return (
      <Page header={<NavBar title="我关注的店" />}>
        <View className={classes(styles.page)}>
          {fan === null ? <NoFan rules={rules.data} /> : <FanCard key={fan.since} fan={fan} />}
          <MeaningCard rules={rules.data} />
        </View>
      </Page>
    );
  }
  const failure = mine.error ?? rules.error;
  return (
    <Page header={<NavBar title="我关注的店" />}>
      {failure === null ? (
        <CardSkeletons count={1} />
      ) : (
        <FailedState
          text={failureText(failure)}
          isBusy={mine.isFetching || rules.isFetching}
          onRetry={reload}
        />
      )}
    </Page>
  );
}

function NoFan({ rules }: { readonly rules: FanRules }) {
  return (
    <View className={classes(styles.card)}>
      <StateView
        picture="no-shops"
        title="您没有关注的店"
        note={noFanText(rules)}
        className="js-no-fan"
      >
        <Button kind="soft" className="js-to-circle" onTap={() => goToTab('circle')}>
          看看身边的店
        </Button>
      </StateView>
    </View>
  );
}
