import { createServer } from 'node:net';

const TRIES = 50;

/** The first port from `from` upwards that nothing on this machine listens to. */
export async function freePortFrom(from: number): Promise<number> {
  for (let port = from; port < from + TRIES; port += 1) if (await isFree(port)) return port;
  throw new Error(`ports ${from} to ${from + TRIES - 1} are all taken`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
