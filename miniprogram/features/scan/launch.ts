// What code a page or the whole app was started by.
import { parseScan, type Scan } from '../../../src/domain/codes/scan';

interface ScannedMerchant {
  readonly merchantCode: string;
  readonly table?: string | undefined;
}
type Query = Readonly<Record<string, string | undefined>>;

interface Launch {
  readonly path?: string | undefined;
  readonly query?: Query | undefined;
}

const PAY_PAGE = 'pages/pay/index';
const CIRCLE_PAGE = 'pages/circle/index';

/** The shop whose code started the app; null when there is none, or its page is open already. */
export function merchantOfLaunch(launch: Launch): ScannedMerchant | null {
  return startsOn(launch, PAY_PAGE) ? null : merchantOfQuery(launch.query ?? {});
}

/** The shop whose entry code started the app on a page that does not look for it itself. */
export function entryOfLaunch(launch: Launch): string | null {
  const looksItself = startsOn(launch, PAY_PAGE) || startsOn(launch, CIRCLE_PAGE);
  return looksItself ? null : entryOfQuery(launch.query ?? {});
}

function startsOn({ path = '' }: Launch, page: string): boolean {
  return path.replace(/^\//, '').startsWith(page);
}

/** The shop to pay at that a page's own parameters name. */
export function merchantOfQuery(query: Query): ScannedMerchant | null {
  const scan = scanOfQuery(query);
  return scan?.kind === 'merchant' ? scan : null;
}

/** The shop whose entry code a page's own parameters carry. */
export function entryOfQuery(query: Query): string | null {
  const scan = scanOfQuery(query);
  return scan?.kind === 'entry' ? scan.merchantCode : null;
}

/** A code itself has brought the person to this page, not a key inside of the app. */
export function isByCode({ scene, q }: Query): boolean {
  return scene !== undefined || q !== undefined;
}

/** `scene`, `q`, or plain `m` and `t`, or `e`. */
function scanOfQuery(query: Query): Scan | null {
  const { scene, q } = query;
  const plain = (['m', 'e', 't'] as const)
    .flatMap((name) => (query[name] === undefined ? [] : [`${name}=${query[name]}`]))
    .join('&');
  return parseScan({
    ...(scene !== undefined && { scene }),
    ...(q !== undefined && { q }),
    ...(plain !== '' && { text: plain }),
  });
}
