// Writes demo/streets/<site>.json: `npx tsx demo/draw-streets.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_SITES } from './sites';
import { drawStreetMap, streetMapFile } from './street-map';
import { STREET_PLANS } from './street-plans/plans';

const folder = join(__dirname, 'streets');
mkdirSync(folder, { recursive: true });
for (const { id, position } of DEMO_SITES) {
  writeFileSync(
    join(folder, `${id}.json`),
    streetMapFile(drawStreetMap(position, STREET_PLANS[id])),
  );
}
