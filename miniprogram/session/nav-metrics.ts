// Where WeChat's capsule is, so that our bar stands in one line with it.
import Taro from '@tarojs/taro';

interface NavMetrics {
  /** Height of the phone's status bar, px. */
  readonly top: number;
  readonly height: number;
  /** Room that the capsule takes on the right, px. */
  readonly capsule: number;
}

const WITHOUT_CAPSULE: NavMetrics = { top: 0, height: 48, capsule: 0 };
let known: NavMetrics | undefined;

/** Metrics of this phone, px; the browser has neither status bar nor capsule. */
export function navMetrics(): NavMetrics {
  known ??= process.env['TARO_ENV'] === 'weapp' ? measure() : WITHOUT_CAPSULE;
  return known;
}

function measure(): NavMetrics {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const margin = Math.max(4, capsule.top - statusBarHeight);
  return {
    top: statusBarHeight,
    height: capsule.height + margin * 2,
    capsule: windowWidth - capsule.left,
  };
}
