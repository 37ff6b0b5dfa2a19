import type { Hand, Launch } from './hand';

/** Screen, app, device and launch as `wx` tells them: an iPhone 14. */
export function phoneFacts(hand: Hand, launch: Launch): Record<string, unknown> {
  const size = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844 };
  const safeArea = { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 };
  const screen = { ...size, pixelRatio: 3, statusBarHeight: 47, safeArea };
  const app = (): object => ({
    SDKVersion: '3.5.0',
    language: 'zh_CN',
    version: '8.0.50',
    theme: hand.theme,
    fontSizeSetting: hand.fontSize,
  });
  const device = { platform: 'ios', brand: 'iPhone', model: 'iPhone 14', system: 'iOS 16.0' };
  const listen = (): void => undefined;
  return {
    getSystemInfoSync: () => ({ ...screen, ...app(), ...device }),
    getWindowInfo: () => screen,
    getAppBaseInfo: app,
    getDeviceInfo: () => device,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({
      ...{ left: 296, right: 383, top: 51, bottom: 83, width: 87, height: 32 },
    }),
    nextTick: (run: () => void) => setTimeout(run, 0),
    onUnhandledRejection: listen,
    offUnhandledRejection: listen,
    onAppShow: listen,
    onAppHide: listen,
    onError: listen,
    onPageNotFound: listen,
    onThemeChange: listen,
    onNetworkStatusChange: listen,
    offNetworkStatusChange: listen,
  };
}
