// One cache of answers; it refreshes when the app is shown again and waits while there is no network.
import Taro from '@tarojs/taro';
import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query';
import { startCloud } from '../cloud/cloud';
import type { AppErrorCode } from '../cloud/types';
import { codeOf } from './call-failure';

const RETRIED: readonly AppErrorCode[] = ['timeout', 'busy', 'cloud-unavailable', 'internal'];
const FRESH_MS = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < 1 && RETRIED.includes(codeOf(error)),
      retryDelay: 600,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Connects the cache with the cloud, the app's visibility and the network. */
export function startQueries(): void {
  startCloud();
  focusManager.setEventListener(() => undefined);
  Taro.onAppShow(() => focusManager.setFocused(true));
  Taro.onAppHide(() => focusManager.setFocused(false));
  Taro.onNetworkStatusChange(({ isConnected }) => onlineManager.setOnline(isConnected));
}

/** After a refund, or a try of one: the bills that the shop sees are asked again. */
export async function refreshShopOrders(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['merchant', 'orders'] }),
    queryClient.invalidateQueries({ queryKey: ['merchant', 'order'] }),
  ]);
}

/** After money moved: everything that a payment changes is asked again. */
export async function refreshAfterPayment(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['orders'] }),
    queryClient.invalidateQueries({ queryKey: ['wallet'] }),
  ]);
}

/** After a coupon was claimed: the wallet, what is left to claim, and bills that could take it. */
export async function refreshAfterClaim(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['campaigns'] }),
    queryClient.invalidateQueries({ queryKey: ['wallet'] }),
    queryClient.invalidateQueries({ queryKey: ['orders', 'quote'] }),
  ]);
}
