// 扫一扫: WeChat's own scanner, or the scan page where there is none.
import Taro from '@tarojs/taro';
import { goTo, routes } from '../../routes';
import { followCode } from './follow-code';
import { readCode } from './read-code';
import { wasCancelled } from '../../wechat-error';

/** What the raised button does. */
export function useScan(): () => void {
  return process.env['TARO_ENV'] === 'weapp'
    ? () => void scanInWeChat()
    : () => goTo(routes.scan());
}

/** `path` is given for mini-program codes, whose `result` may be empty. */
interface Scanned {
  readonly path?: string;
  readonly result: string;
}

async function scanInWeChat(): Promise<void> {
  const scanned = await scanCode();
  if (scanned === 'cancelled') return;
  if (scanned === 'failed') {
    await say('没有扫到，请再试一次');
    return;
  }
  const { path, result } = scanned;
  const reading = readCode({ ...(path !== undefined && { path }), text: result });
  if (reading.kind === 'other') await say(reading.complaint);
  else followCode(reading, { open: goTo });
}

async function scanCode(): Promise<Scanned | 'cancelled' | 'failed'> {
  try {
    return await Taro.scanCode({});
  } catch (error) {
    return wasCancelled(error) ? 'cancelled' : 'failed';
  }
}

async function say(title: string): Promise<void> {
  await Taro.showToast({ title, icon: 'none', duration: 2500 });
}
