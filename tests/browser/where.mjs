// Where things lie: what is tested (BROADSHEET_DIST overrides it), our own pages, the browsers of the system.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
export const dist = resolve(process.env.BROADSHEET_DIST ?? join(root, 'dist'));
export const oneFile = pathToFileURL(join(dist, 'broadsheet.html')).href;
export const site = join(dist, 'site');
export const editionFolder = join(root, 'web/edition');
export const pagesFolder = join(root, 'tests/pages');

export function firstOf(paths) {
  return paths.find((path) => existsSync(path)) ?? null;
}
