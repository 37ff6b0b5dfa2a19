// Files of the app and its pictures, served as they lie on disk.
import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

export interface StaticDir {
  readonly prefix: string;
  readonly dir: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The file a path stands for; nothing when there is none, or it lies outside of the folder. */
export function staticFile(dirs: readonly StaticDir[], urlPath: string): string | undefined {
  const decoded = decode(urlPath);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  // The longest prefix comes first, so that / does not hide the others.
  const byLength = [...dirs].sort((a, b) => b.prefix.length - a.prefix.length);
  for (const { prefix, dir } of byLength) {
    const base = prefix.endsWith('/') ? prefix : `${prefix}/`;
    if (decoded !== prefix && !decoded.startsWith(base)) continue;
    const file = fileIn(path.resolve(dir), decoded.slice(base.length));
    if (file !== undefined) return file;
  }
  return undefined;
}

function fileIn(root: string, relative: string): string | undefined {
  const file = path.resolve(root, relative === '' ? 'index.html' : relative);
  if (file !== root && !file.startsWith(root + path.sep)) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  return found?.isDirectory() ? fileIn(file, 'index.html') : undefined;
}

function decode(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}

export function sendFile(response: ServerResponse, file: string, withBody: boolean): void {
  response.writeHead(200, {
    'content-type': types[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (!withBody) response.end();
  else createReadStream(file).pipe(response);
}
