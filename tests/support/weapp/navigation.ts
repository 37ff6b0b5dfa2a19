import type { PageStack } from './page-stack';
import { type Callbacks, failure, settle } from './settle';

/** `wx`'s ways between pages, over the stack. */
export function navigation(pages: PageStack): Record<string, unknown> {
  const go =
    (name: string, move: (url: string) => void) =>
    (call: { url: string } & Callbacks): Promise<unknown> | undefined =>
      settle(
        call,
        moved(name, () => move(call.url)),
      );
  return {
    navigateTo: go('navigateTo', (url) => pages.navigateTo(url)),
    redirectTo: go('redirectTo', (url) => pages.redirectTo(url)),
    reLaunch: go('reLaunch', (url) => pages.reLaunch(url)),
    switchTab: go('switchTab', (url) => pages.switchTab(url)),
    navigateBack: (call: { delta?: number } & Callbacks = {}) =>
      settle(
        call,
        moved('navigateBack', () => pages.navigateBack(call.delta ?? 1)),
      ),
  };
}

/** WeChat moves after the call has returned. */
async function moved(name: string, move: () => void): Promise<unknown> {
  await Promise.resolve();
  try {
    move();
  } catch (fault) {
    throw failure(`${name}:fail ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  return { errMsg: `${name}:ok` };
}
