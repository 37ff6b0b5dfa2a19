import type { ReactNode } from 'react';
import { createElement } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import { startPreview } from './cloud/preview/start';
import { arrive } from './features/scan/arrivals';
import { entryOfLaunch, isByCode, merchantOfLaunch } from './features/scan/launch';
import { queryClient, startQueries } from './queries/query-client';
import { goTo, goToTab, routes } from './routes';
import { startAppearance } from './session/appearance';
import { startPrivacy } from './session/privacy';
import './theme/tokens.scss';
import './app.scss';

startAppearance();
startQueries();
startPreview();
startPrivacy();

/** The app around every page. */
export default function App({ children }: { readonly children?: ReactNode }) {
  useLaunch((launch) => {
    const merchant = merchantOfLaunch(launch);
    if (merchant !== null) {
      const { merchantCode } = merchant;
      if (isByCode(launch.query)) arrive({ merchantCode, by: 'shop-code' });
      goTo(routes.pay(merchant));
    }
    const entryCode = entryOfLaunch(launch);
    if (entryCode !== null) {
      arrive({ merchantCode: entryCode, by: 'entry-code' });
      goToTab('circle');
    }
  });
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
