// WeChat's privacy consent, asked at the call that needs it and nowhere else.
import { Button as NativeButton, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { AGREE_BUTTON_ID, answerPrivacy, usePrivacy } from '../../session/privacy';
import { Button } from '../button/Button';
import { classes } from '../classes';
import { BottomPopup } from '../popup/BottomPopup';
import styles from './PrivacyGate.module.scss';

export function PrivacyGate() {
  const isAsked = usePrivacy((privacy) => privacy.answer !== null);
  if (!isAsked) return null;
  return (
    <BottomPopup isOpen title="位置只用来找身边的店" onClose={() => answerPrivacy(false)}>
      <View className={classes(styles.body)}>
        <Text className={classes(styles.text)}>
          我们用您的位置显示身边的联盟商家，不会保存。不同意也能用：自己选一个地方就行。
        </Text>
        <View className={classes(styles.link)} onClick={() => Taro.openPrivacyContract({})}>
          <Text>查看《隐私保护指引》</Text>
        </View>
        <View className={classes(styles.actions)}>
          <Button kind="plain" onTap={() => answerPrivacy(false)}>
            不同意
          </Button>
          <NativeButton
            id={AGREE_BUTTON_ID}
            className={classes(styles.agree)}
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          >
            同意
          </NativeButton>
        </View>
      </View>
    </BottomPopup>
  );
}
