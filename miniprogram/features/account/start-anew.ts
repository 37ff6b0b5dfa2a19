// The phone as it was before the app was first opened.
import Taro from '@tarojs/taro';
import { DEFAULT_RADIUS_METRES } from '../../../src/domain/limits';
import { queryClient } from '../../queries/query-client';
import { useSession } from '../../session/session';

/** Forgets what the phone remembers. Who the browser preview plays stays. */
export function forgetChoices(): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (!key.startsWith('preview')) Taro.removeStorageSync(key);
  }
  useSession.setState({
    chosenPlace: null,
    radiusMetres: DEFAULT_RADIUS_METRES,
    textSize: 'normal',
  });
}

/** After an account is closed: nothing of it is shown any more, and what is on screen is asked anew. */
export function startAnew(): void {
  forgetChoices();
  void queryClient.resetQueries();
}
