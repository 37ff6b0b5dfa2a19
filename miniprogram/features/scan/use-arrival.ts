import { useEffect } from 'react';
import { arrive } from './arrivals';
import { entryOfQuery, isByCode, merchantOfQuery } from './launch';

/** Notes through which shop's code a page was opened, by the page's own parameters. */
export function useArrival(params: Readonly<Record<string, string | undefined>>): void {
  const entryCode = entryOfQuery(params);
  const shopCode = isByCode(params) ? merchantOfQuery(params)?.merchantCode : undefined;
  useEffect(() => {
    if (shopCode !== undefined) arrive({ merchantCode: shopCode, by: 'shop-code' });
  }, [shopCode]);
  useEffect(() => {
    if (entryCode !== null) arrive({ merchantCode: entryCode, by: 'entry-code' });
  }, [entryCode]);
}
