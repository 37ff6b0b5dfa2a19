// WeChat's own map shows the place and hands over to the phone's navigation.
import Taro from '@tarojs/taro';
import type { Destination } from './destination';

/** About 200 m a thumb's width. */
const SCALE = 16;

export function useGettingThere(destination: Destination) {
  return { show: () => void openMap(destination), panel: null };
}

async function openMap({ name, address, position }: Destination): Promise<void> {
  try {
    await Taro.openLocation({ ...position, name, address, scale: SCALE });
  } catch {
    // The address is still of use to whoever asks the way.
    await Taro.showToast({ title: address, icon: 'none' });
  }
}
