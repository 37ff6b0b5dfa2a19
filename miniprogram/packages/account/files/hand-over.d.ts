// A file on its way to the person; hand-over.weapp.ts sends it to a chat, hand-over.h5.ts saves it.
import type { DataFile } from './data-file';

/** Lets the person take the file. Call it in a tap: WeChat refuses it elsewhere. Rejects when it fails. */
export function handOver(file: DataFile): Promise<'taken' | 'cancelled'>;
/** What the key that hands over says. */
export const handOverVerb: string;
