// What a scanned or typed code means: to pay at a shop, or to look at the shops around.
import { parseScan } from '../../../src/domain/codes/scan';

export type Reading =
  | { readonly kind: 'merchant'; readonly merchantCode: string; readonly table?: string }
  | { readonly kind: 'entry'; readonly merchantCode: string }
  | { readonly kind: 'other'; readonly complaint: string };

/** The shop that a code names, or what to say when it names none. */
export function readCode(code: { readonly path?: string; readonly text?: string }): Reading {
  const scan = parseScan(code);
  if (scan?.kind === 'merchant' || scan?.kind === 'entry') return scan;
  return {
    kind: 'other',
    complaint: scan === null ? '这不是联盟商家的码' : '这是会员码，请扫商家的收款码',
  };
}
