// Writes cards as files, and one page that prints four of them on a sheet of A4.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CardShop, drawCard, escaped } from './card';

/** Writes `<code>.svg` for each shop and `index.html` into the folder. */
export function writeCards(
  shops: readonly CardShop[],
  { folder, page }: { folder: string; page: string },
): void {
  mkdirSync(folder, { recursive: true });
  for (const shop of shops) {
    writeFileSync(join(folder, `${shop.code}.svg`), drawCard(shop, { page }));
  }
  writeFileSync(join(folder, 'index.html'), printPage(shops));
}

function printPage(shops: readonly CardShop[]): string {
  const cards = shops
    .map(({ code, name }) => `<img src="${code}.svg" alt="${escaped(name)}">`)
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>店码 · ${shops.length} 张</title>
<style>
@page { size: A4; margin: 0 }
body { margin: 0; display: grid; grid-template-columns: repeat(2, 105mm); background: #fff }
img { display: block; box-sizing: border-box; width: 105mm; height: 148mm; border: 0.1mm dashed #c9ccd1; break-inside: avoid }
</style>
${cards}
</html>
`;
}
