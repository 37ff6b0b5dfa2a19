// Light or dark follows the phone; the text size starts from WeChat's own setting.
import Taro from '@tarojs/taro';
import { previewWishes } from './preview-wishes';
import { recall } from './remembered';
import { useSession } from './session';

/** WeChat's standard is 16 or 17; who sets 19 or more wants large text. */
const LARGE_FROM = 19;

/** WeChat gives the text size here too (base library 2.23.4), which Taro's types do not know. */
interface AppBaseInfo {
  readonly theme?: string;
  readonly fontSizeSetting?: number;
}

/** Sets theme and text size, and keeps the theme in step with the phone. */
export function startAppearance(): void {
  const wishes = previewWishes();
  const { theme, fontSizeSetting = 0 }: AppBaseInfo = Taro.getAppBaseInfo();
  const systemTextSize = fontSizeSetting >= LARGE_FROM ? 'large' : 'normal';
  useSession.setState({
    theme: wishes.theme ?? (theme === 'dark' ? 'dark' : 'light'),
    textSize: wishes.textSize ?? recall('textSize') ?? systemTextSize,
  });
  if (wishes.theme !== undefined) return;
  Taro.onThemeChange((change) => {
    useSession.setState({ theme: change.theme === 'dark' ? 'dark' : 'light' });
  });
}
