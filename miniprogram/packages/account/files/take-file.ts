// Hands a file over and says so. Call it in a tap.
import Taro from '@tarojs/taro';
import type { DataFile } from './data-file';
import { handOver } from './hand-over';

export async function takeFile(file: DataFile): Promise<void> {
  try {
    if ((await handOver(file)) === 'taken') await say('文件已交给您，请自己保管好');
  } catch {
    await say('没能交出文件，请更新微信后再试');
  }
}

async function say(title: string): Promise<void> {
  await Taro.showToast({ title, icon: 'none' });
}
