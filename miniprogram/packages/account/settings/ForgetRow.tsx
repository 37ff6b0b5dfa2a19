// Clears what only this phone remembers; asked once.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { ListRow } from '../../../components/list-row/ListRow';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { forgetChoices } from '../../../features/account/start-anew';
import styles from './index.module.scss';

export function ForgetRow() {
  const [isAsking, setAsking] = useState(false);
  const forget = (): void => {
    setAsking(false);
    forgetChoices();
    void Taro.showToast({ title: '已清除', icon: 'none' });
  };
  return (
    <>
      <ListRow
        icon="erase"
        title="清除本机记住的内容"
        className="js-forget"
        onTap={() => setAsking(true)}
      />
      <BottomPopup isOpen={isAsking} title="清除本机记住的内容" onClose={() => setAsking(false)}>
        <Text className={classes(styles.ask)}>
          选过的地点、半径、字号等会回到最初的样子。订单、积分和券不受影响。
        </Text>
        <View className={classes(styles.keys)}>
          <Button kind="plain" size="large" className={styles.key} onTap={() => setAsking(false)}>
            不清除
          </Button>
          <Button size="large" className={classes(styles.key, 'js-forget-now')} onTap={forget}>
            清除
          </Button>
        </View>
      </BottomPopup>
    </>
  );
}
