// 扫一扫: WeChat's own scanner, or the scan page where there is none.
import Taro from '@tarojs/taro';
import { parseScan } from '../../../src/domain/codes/scan';
import { goTo, routes } from '../../routes';

/** What the raised button does. */
export function useScan(): () => void {
  return process.env['TARO_ENV'] === 'weapp'
    ? () => void scanInWeChat()
    : () => goTo(routes.scan());
}

async function scanInWeChat(): Promise<void> {
  let scanned: ScanAnswer;
  try {
    scanned = await Taro.scanCode({});
  } catch (error) {
    if (!isCancelled(error)) await say('没有扫到，请再试一次');
    return;
  }
  const { path, result } = scanned;
  await follow({ ...(path !== undefined && { path }), text: result });
}

/** `path` is given for mini-program codes, whose `result` may be empty. */
interface ScanAnswer {
  readonly path?: string;
  readonly result: string;
}

/** Goes where a code leads; says so when it is none of ours. */
export async function follow(code: {
  readonly path?: string;
  readonly text?: string;
}): Promise<boolean> {
  const scan = parseScan(code);
  if (scan?.kind === 'merchant') {
    goTo(routes.pay(scan));
    return true;
  }
  await say(scan?.kind === 'person' ? '这是会员码，请由商家扫描' : '这不是联盟商家的码');
  return false;
}

async function say(title: string): Promise<void> {
  await Taro.showToast({ title, icon: 'none', duration: 2500 });
}

function isCancelled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errMsg' in error
    ? /cancel/.test(String(error.errMsg))
    : false;
}
