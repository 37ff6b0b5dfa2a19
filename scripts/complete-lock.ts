// Completes package-lock.json (`npm run lock:complete`, after every change of a dependency).
// A registry that has not mirrored a native package for some other platform makes npm leave it out
// of the lock, and `npm ci` then refuses the lock. Such packages are written in by name, version
// and platform; a machine of that platform fetches them, all others pass them over.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './paths';

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Record<string, LockedPackage>;

const SYSTEM = /(darwin|linux|win32|android|freebsd|openharmony)/;
const PROCESSOR = /(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64)/;

function complete(packages: Packages): string[] {
  const added: string[] = [];
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const seen = visibleFrom(packages, { parent, name });
      if (!/^\d/.test(version) || packages[seen]?.version === version) continue;
      const system = SYSTEM.exec(name)?.[0];
      const processor = PROCESSOR.exec(name)?.[0];
      if (system === undefined || processor === undefined) continue;
      const place = `${seen === '' ? '' : `${parent}/`}node_modules/${name}`;
      packages[place] = {
        version,
        cpu: [processor],
        ...(dev === undefined ? {} : { dev }),
        optional: true,
        os: [system],
      };
      added.push(`${place}@${version}`);
    }
  }
  return added;
}

/** Where node would find the package; empty where it would not. */
function visibleFrom(
  packages: Packages,
  { parent, name }: { parent: string; name: string },
): string {
  for (let dir = parent; ;) {
    const place = `${dir === '' ? '' : `${dir}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (dir === '') return '';
    const up = dir.lastIndexOf('/node_modules/');
    dir = up < 0 ? '' : dir.slice(0, up);
  }
}

const file = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages };
for (const added of complete(lock.packages)) console.log(`added ${added}`);
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
);
