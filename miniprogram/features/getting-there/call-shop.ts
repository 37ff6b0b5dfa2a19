import Taro from '@tarojs/taro';
import { wasCancelled } from '../../wechat-error';

/** Calls a shop, or shows its number where one cannot call. Who thinks better of it sees nothing. */
export async function callShop(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch (error) {
    if (!wasCancelled(error)) await Taro.showToast({ title: phoneNumber, icon: 'none' });
  }
}
