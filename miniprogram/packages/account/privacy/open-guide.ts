import Taro from '@tarojs/taro';

/** WeChat's page with the guidelines that the operator has declared there. */
export function openGuide(): void {
  Taro.openPrivacyContract({
    fail: () => void Taro.showToast({ title: '现在打不开，请稍后再试', icon: 'none' }),
  });
}
