// All actions that there are, by the names of their files.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Action } from './action';

export interface NamedAction extends Action {
  readonly name: string;
}

const folder = join(__dirname, '..', 'actions');

export async function findActions(): Promise<NamedAction[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const { action } = (await import(join(folder, file))) as { readonly action: Action };
      return { ...action, name: basename(file, '.ts') };
    }),
  );
}
