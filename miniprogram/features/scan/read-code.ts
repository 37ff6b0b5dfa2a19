// What a scanned or typed code means to a person who wants to pay.
import { parseScan } from '../../../src/domain/codes/scan';

type Reading =
  | { readonly kind: 'merchant'; readonly merchantCode: string; readonly table?: string }
  | { readonly kind: 'other'; readonly complaint: string };

/** The shop that a code names, or what to say when it names none. */
export function readCode(code: { readonly path?: string; readonly text?: string }): Reading {
  const scan = parseScan(code);
  if (scan?.kind === 'merchant') return scan;
  return {
    kind: 'other',
    complaint: scan === null ? '这不是联盟商家的码' : '这是会员码，请扫商家的收款码',
  };
}
