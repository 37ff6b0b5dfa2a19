// 我的码: shown to a shop or a steward, who scan it.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Qr } from '../../../components/qr/Qr';
import { FailedState } from '../../../components/states/StateView';
import { failureText } from '../../../features/errors/error-text';
import { useMyCode } from '../../../queries/use-my-code';
import styles from './index.module.scss';

export default function MyCodePage() {
  const code = useMyCode();
  return (
    <Page header={<NavBar title="我的码" />}>
      {code.isError ? (
        <FailedState text={failureText(code.error)} onRetry={() => void code.refetch()} />
      ) : (
        <View className={classes(styles.card)}>
          <Qr text={code.data?.code} />
          <Text className={classes(styles.title)}>请商家或服务管家扫这个码</Text>
          <Text className={classes(styles.note)}>
            它只说明您是哪位会员，不能付款，也看不到您的券和积分。
          </Text>
        </View>
      )}
    </Page>
  );
}
