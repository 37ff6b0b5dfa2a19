// `npm run reset`: forgets the demo's data; the next `npm start` begins anew.
import { rmSync } from 'node:fs';
import { demoDataDir } from './paths';

rmSync(demoDataDir, { recursive: true, force: true });
console.log(`deleted ${demoDataDir}`);
