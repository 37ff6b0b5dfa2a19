// 何时派券：规则, and 规则与协议.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Agreement } from './Agreement';
import { CouponRules } from './CouponRules';
import styles from './index.module.scss';

type Part = 'coupons' | 'agreement';
const PARTS: readonly { readonly part: Part; readonly name: string }[] = [
  { part: 'coupons', name: '何时派券：规则' },
  { part: 'agreement', name: '规则与协议' },
];

export default function RulesPage() {
  const { params } = useRouter();
  const [shown, setShown] = useState<Part>(
    params['part'] === 'agreement' ? 'agreement' : 'coupons',
  );
  return (
    <Page
      header={
        <>
          <NavBar title="规则" />
          <View className={classes(styles.parts)}>
            {PARTS.map(({ part, name }) => (
              <View
                key={part}
                className={classes(styles.part, part === shown && styles.shown, `js-part-${part}`)}
                onClick={() => setShown(part)}
              >
                <Text>{name}</Text>
              </View>
            ))}
          </View>
        </>
      }
    >
      {shown === 'coupons' ? <CouponRules /> : <Agreement />}
    </Page>
  );
}
