// 我的码: shown to a shop or a steward, who scan it.
import { useMemo } from 'react';
import { Image, Text, View } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Skeleton } from '../../../components/skeleton/Skeleton';
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
          <View className={classes(styles.plate)}>
            {code.data === undefined ? (
              <Skeleton shape="block" className={styles.qr} />
            ) : (
              <Qr text={code.data.code} />
            )}
          </View>
          <Text className={classes(styles.title)}>请商家或服务管家扫这个码</Text>
          <Text className={classes(styles.note)}>
            它只说明您是哪位会员，不能付款，也看不到您的券和积分。
          </Text>
        </View>
      )}
    </Page>
  );
}

/** Cells of a few pixels each, so that the picture stays sharp when it is stretched. */
const CELL = 8;

function Qr({ text }: { readonly text: string }) {
  const source = useMemo(() => {
    const qr = qrcode(0, 'M');
    qr.addData(text);
    qr.make();
    return qr.createDataURL(CELL, 0);
  }, [text]);
  return <Image className={classes(styles.qr, 'js-qr')} src={source} />;
}
