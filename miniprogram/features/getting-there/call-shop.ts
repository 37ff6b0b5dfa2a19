import Taro from '@tarojs/taro';

/** Calls a shop, or shows its number where one cannot call. Who thinks better of it sees nothing. */
export async function callShop(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch (error) {
    if (!isCancelled(error)) await Taro.showToast({ title: phoneNumber, icon: 'none' });
  }
}

function isCancelled(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errMsg' in error &&
    /cancel/.test(String(error.errMsg))
  );
}
