import Taro from '@tarojs/taro';

/** Puts an order's number on the clipboard and says so. */
export async function copyOrderNumber(orderId: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: orderId });
    await Taro.showToast({ title: '订单号已复制', icon: 'none' });
  } catch {
    await Taro.showToast({ title: '没能复制，请长按订单号', icon: 'none' });
  }
}
