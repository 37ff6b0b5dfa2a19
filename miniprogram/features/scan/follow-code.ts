// Where a code that was just read leads; the cloud learns of the visit behind that page.
import { goToTab, routes } from '../../routes';
import { arrive } from './arrivals';
import type { Reading } from './read-code';

/** `open` goes to the pay page: on top of this page, or in its place. */
export function followCode(
  reading: Exclude<Reading, { readonly kind: 'other' }>,
  { open }: { readonly open: (url: string) => void },
): void {
  const { kind, merchantCode } = reading;
  arrive({ merchantCode, by: kind === 'entry' ? 'entry-code' : 'shop-code' });
  if (kind === 'entry') goToTab('circle');
  else open(routes.pay(reading));
}
