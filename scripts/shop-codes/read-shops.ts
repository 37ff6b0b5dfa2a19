// Shops of an export of the collection `merchants`: one JSON document a line, or one array.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const shop = z.object({
  name: z.string().min(1),
  code: z.string().regex(/^[0-9a-z]{8}$/),
  siteId: z.string(),
  state: z.enum(['active', 'closed', 'left']),
  rebateCollection: z.enum(['own', 'profit-sharing', 'netting']),
  subMchId: z.string(),
});
export type ExportedShop = z.output<typeof shop>;

/** @throws with the number of the first document that is no shop. */
export function readShops(file: string): readonly ExportedShop[] {
  const text = readFileSync(file, 'utf8').trim();
  const documents: unknown[] = text.startsWith('[')
    ? (JSON.parse(text) as unknown[])
    : text.split('\n').map((line): unknown => JSON.parse(line));
  return documents.map((document, at) => {
    const read = shop.safeParse(document);
    if (read.success) return read.data;
    throw new Error(`${file}, document ${at + 1}: ${z.prettifyError(read.error)}`);
  });
}
