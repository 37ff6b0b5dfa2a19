import Taro from '@tarojs/taro';
import type { Position } from '../../src/contracts/values';

export async function askPosition(): Promise<Position> {
  const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' });
  return { longitude, latitude };
}
