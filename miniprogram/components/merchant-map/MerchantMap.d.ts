// MerchantMap.weapp.tsx is WeChat's map, MerchantMap.h5.tsx leaflet with drawn streets.
import type { JSX } from 'react';
import type { MerchantMapProps } from './types';

export function MerchantMap(props: MerchantMapProps): JSX.Element;
