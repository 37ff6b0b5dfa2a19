// What a scanned code means. It arrives in three ways: `scene` of a cold start (encoded once
// more), `path` of wx.scanCode (encoded on iOS, decoded on Android; `result` may be empty), and
// `q`, the address of an ordinary link; on H5 a person can also type the text.

export type Scan =
  | { readonly kind: 'merchant'; readonly merchantCode: string; readonly table?: string }
  | { readonly kind: 'person'; readonly account: string };

/** WeChat allows 32 characters of this set in a scene. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const MERCHANT_CODE = /^[0-9a-z]{8}$/;
const TABLE = /^[0-9A-Za-z-]{1,10}$/;
const PERSON = /^u-[0-9a-f]{24}$/;

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
  for (const text of [input.scene, input.path, input.q, input.text]) {
    const scan = text === undefined ? null : parseText(text.trim());
    if (scan !== null) return scan;
  }
  return null;
}

function parseText(text: string): Scan | null {
  if (text.length === 0 || text.length > 2000) return null;
  if (MERCHANT_CODE.test(text)) return { kind: 'merchant', merchantCode: text };
  for (const candidate of [text, decode(text)]) {
    if (candidate === null) continue;
    const scene = sceneIn(candidate);
    const scan = scene === null ? null : parseScene(scene);
    if (scan !== null) return scan;
  }
  return null;
}

/** The scene itself, or the `scene` (or the plain parameters) behind the `?` of a path or link. */
function sceneIn(text: string): string | null {
  const question = text.indexOf('?');
  if (question < 0) return text;
  const query = text.slice(question + 1).replace(/#.*$/, '');
  const scene = query.split('&').find((pair) => pair.startsWith('scene='));
  if (scene === undefined) return query;
  return /[=&]/.test(scene.slice(6))
    ? query.slice(query.indexOf('scene=') + 6)
    : decode(scene.slice(6));
}

function parseScene(scene: string): Scan | null {
  const decoded = scene.includes('%') ? decode(scene) : scene;
  if (decoded === null || !SCENE.test(decoded)) return null;
  const values = new Map(decoded.split('&').map((pair) => splitPair(pair)));
  const merchantCode = values.get('m');
  if (merchantCode !== undefined) return merchantScan(merchantCode, values.get('t'));
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
