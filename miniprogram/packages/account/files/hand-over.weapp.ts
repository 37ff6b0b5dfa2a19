import Taro from '@tarojs/taro';
import { wasCancelled } from '../../../wechat-error';
import type { DataFile } from './data-file';

export const handOverVerb = '发到微信';

/** Written beforehand by the tap itself: the file is small, and the tap's right to share is short. */
export async function handOver({ name, text }: DataFile): Promise<'taken' | 'cancelled'> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  try {
    await Taro.shareFileMessage({ filePath, fileName: name });
    return 'taken';
  } catch (error) {
    if (wasCancelled(error)) return 'cancelled';
    throw error;
  }
}
