// Which of WeChat's interfaces the app calls, seen in its sources.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const CALL = /\b(?:Taro|wx)\.([a-z]\w+)/g;
const OPEN_TYPE = /open-?[tT]ype=["']([a-zA-Z]+)["']/g;
const IMPORT = /import \{([^}]*)\} from '@tarojs\/taro'/g;

/** Names in the order of the alphabet; files of the browser's preview are left out. */
export function readInterfaces(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.h5\.tsx?$|(^|\/)preview\//.test(name),
  );
  const names = files.flatMap((name) => interfacesIn(readFileSync(join(folder, name), 'utf8')));
  return [...new Set(names)].sort();
}

/** Interfaces in one source: calls, named imports, and what buttons open. */
export function interfacesIn(source: string): readonly string[] {
  const first = (pattern: RegExp): string[] =>
    [...source.matchAll(pattern)].map(([, name = '']) => name);
  const imported = first(IMPORT).flatMap((names) =>
    names.split(',').map((name) => name.replace(/\bas .*/, '').trim()),
  );
  return [...first(CALL), ...first(OPEN_TYPE), ...imported].filter((name) => name !== '');
}
