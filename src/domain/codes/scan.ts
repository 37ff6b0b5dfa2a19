// What a scanned code means. It arrives in three ways: `scene` of a cold start (encoded once
// more), `path` of wx.scanCode (encoded on iOS, decoded on Android; `result` may be empty), and
// `q`, the address of an ordinary link; a person can also type or paste the text.

export type Scan =
  | { readonly kind: 'merchant'; readonly merchantCode: string; readonly table?: string }
  /** A shop that brings me to the alliance; I pay nothing there. */
  | { readonly kind: 'entry'; readonly merchantCode: string }
  | { readonly kind: 'person'; readonly account: string };

/** WeChat allows 32 characters of this set in a scene. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const MERCHANT_CODE = /^[0-9a-z]{8}$/;
const TABLE = /^[0-9A-Za-z-]{1,10}$/;
const PERSON = /^u-[0-9a-f]{24}$/;
/** As a shop's card prints it, in two groups, and as a keyboard writes it. */
const TYPED_CODE = /^([0-9A-Za-z]{4})[\s-]?([0-9A-Za-z]{4})$/;
/** Longer texts are no code of ours. */
const MAX_LENGTH = 2000;

/** The scene of a shop's code, `m=<8>&t=<table>`, at most 32 characters. */
export function merchantScene({
  merchantCode,
  table,
}: {
  merchantCode: string;
  table?: string;
}): string {
  return table === undefined ? `m=${merchantCode}` : `m=${merchantCode}&t=${table}`;
}

/**
 * The ordinary link in a shop's printed code, which opens the mini-program by a rule for its
 * start (扫普通链接二维码打开小程序). `page` is the address without parameters.
 */
export function merchantLink({
  page,
  ...shop
}: {
  page: string;
  merchantCode: string;
  table?: string;
}): string {
  return `${page}?${merchantScene(shop)}`;
}

/** The scene of a shop's entry code, `e=<8>`. */
export function entryScene(merchantCode: string): string {
  return `e=${merchantCode}`;
}

/** The ordinary link in a shop's entry code; `page` as in a shop's code, whose rule it shares. */
export function entryLink({ page, merchantCode }: { page: string; merchantCode: string }): string {
  return `${page}?${entryScene(merchantCode)}`;
}

/** The 8 characters of a code in two groups, to be read and typed by people. */
export function groupedCode(merchantCode: string): string {
  return `${merchantCode.slice(0, 4)} ${merchantCode.slice(4)}`;
}

/** The scene of a person's own code. */
export function personScene(account: string): string {
  return `u=${account}`;
}

/** Reads a code in whichever way it arrived; null when it is none of ours. */
export function parseScan(input: {
  readonly scene?: string;
  readonly path?: string;
  readonly q?: string;
  readonly text?: string;
}): Scan | null {
  for (const arrived of [input.scene, input.path, input.q]) {
    const scan = arrived === undefined ? null : parseText(arrived.trim());
    if (scan !== null) return scan;
  }
  return input.text === undefined ? null : parseTyped(input.text.trim());
}

/** What a person typed: any case, in groups or not, also in the wide letters of a Chinese keyboard. */
function parseTyped(text: string): Scan | null {
  if (text.length > MAX_LENGTH) return null;
  const narrow = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
  const groups = TYPED_CODE.exec(narrow);
  if (groups === null) return parseText(text);
  const [, first = '', second = ''] = groups;
  return { kind: 'merchant', merchantCode: (first + second).toLowerCase() };
}

function parseText(text: string): Scan | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  if (MERCHANT_CODE.test(text)) return { kind: 'merchant', merchantCode: text };
  let candidate: string | null = text;
  for (let decoded = 0; decoded <= 2 && candidate !== null; decoded += 1) {
    const scan = parseAddress(candidate);
    if (scan !== null) return scan;
    candidate = decode(candidate);
  }
  return null;
}

/** A scene itself, or a path or link with a scene or plain parameters behind its `?`. */
function parseAddress(text: string): Scan | null {
  const question = text.indexOf('?');
  if (question < 0) return parseScene(text);
  const query = text.slice(question + 1).replace(/#.*$/, '');
  const scene = query.split('&').find((pair) => pair.startsWith('scene='));
  if (scene === undefined) return parseParameters(query);
  // Android has decoded the scene already, so its own parts stand among the query's.
  return scene.indexOf('=', 6) >= 0
    ? parseParameters(query.slice(query.indexOf('scene=') + 6))
    : parseScene(decode(scene.slice(6)) ?? '');
}

/** A scene has WeChat's length and letters; a query may carry what others have added to it. */
function parseScene(scene: string): Scan | null {
  const decoded = scene.includes('%') ? decode(scene) : scene;
  return decoded !== null && SCENE.test(decoded) ? parseParameters(decoded) : null;
}

function parseParameters(query: string): Scan | null {
  const values = new Map(query.split('&').map((pair) => splitPair(pair)));
  const merchantCode = values.get('m');
  if (merchantCode !== undefined) return merchantScan(merchantCode, values.get('t'));
  const entryCode = values.get('e');
  if (entryCode !== undefined) {
    return MERCHANT_CODE.test(entryCode) ? { kind: 'entry', merchantCode: entryCode } : null;
  }
  const account = values.get('u');
  return account !== undefined && PERSON.test(account) ? { kind: 'person', account } : null;
}

function merchantScan(merchantCode: string, table: string | undefined): Scan | null {
  if (!MERCHANT_CODE.test(merchantCode)) return null;
  if (table === undefined) return { kind: 'merchant', merchantCode };
  return TABLE.test(table) ? { kind: 'merchant', merchantCode, table } : null;
}

function splitPair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // A stray % is part of no code of ours.
  }
}
