import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../paths';

/** The test files that need a Chromium, seen by their import of tests/support/browser. */
export function browserTestFiles(): string[] {
  return readdirSync(inProject('tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join('tests', name))
    .filter((file) => /from '.*\/support\/browser'/.test(readFileSync(inProject(file), 'utf8')))
    .sort();
}
