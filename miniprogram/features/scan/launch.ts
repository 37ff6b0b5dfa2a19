// A cold start by a shop's code that does not land on the pay page by itself.
import { parseScan } from '../../../src/domain/codes/scan';

interface ScannedMerchant {
  readonly merchantCode: string;
  readonly table?: string | undefined;
}
interface Launch {
  readonly path?: string | undefined;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

const PAY_PAGE = 'pages/pay/index';

/** The shop whose code started the app; null when there is none, or its page is open already. */
export function merchantOfLaunch({ path = '', query = {} }: Launch): ScannedMerchant | null {
  if (path.replace(/^\//, '').startsWith(PAY_PAGE)) return null;
  return merchantOfQuery(query);
}

/** The shop that a page's own parameters name: `scene`, `q`, or plain `m` and `t`. */
export function merchantOfQuery(
  query: Readonly<Record<string, string | undefined>>,
): ScannedMerchant | null {
  const { scene, q, m, t } = query;
  const plain = m === undefined ? undefined : `m=${m}${t === undefined ? '' : `&t=${t}`}`;
  const scan = parseScan({
    ...(scene !== undefined && { scene }),
    ...(q !== undefined && { q }),
    ...(plain !== undefined && { text: plain }),
  });
  return scan?.kind === 'merchant' ? scan : null;
}
