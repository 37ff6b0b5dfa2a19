import type { ReactNode } from 'react';
import { createElement } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import { startPreview } from './cloud/preview/start';
import { merchantOfLaunch } from './features/scan/launch';
import { queryClient, startQueries } from './queries/query-client';
import { goTo, routes } from './routes';
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
    if (merchant !== null) goTo(routes.pay(merchant));
  });
  return createElement(QueryClientProvider, { client: queryClient }, children);
}
