// Taro's minifier can write code that no engine reads and still exit with 0, so every file is parsed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ecmaVersion as EcmaVersion, parse } from 'acorn';

/**
 * Parses every script below the folder as the given version of the language.
 * Throws with the file and the place of the first fault.
 */
export function checkSyntax(options: { dir: string; ecmaVersion: EcmaVersion }): void {
  const { dir, ecmaVersion } = options;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    try {
      parse(readFileSync(join(dir, name), 'utf8'), { ecmaVersion, sourceType: 'script' });
    } catch (fault) {
      throw new Error(`${join(dir, name)} is no valid script (${ecmaVersion})`, { cause: fault });
    }
  }
}
