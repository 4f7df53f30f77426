import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { ClusterFolder } from './cluster-folder.js';
import { portInUse } from './embedded.errors.js';

/** The wanted port, which must be free; for 0 that of the last start, or a free one kept for the next start. */
export async function choosePort({ home }: ClusterFolder, wanted: number): Promise<number> {
  if (wanted !== 0) return (await free(wanted)) ?? fail(portInUse(wanted));
  const file = join(home, 'port');
  const last = Number(await readFile(file, 'utf8').catch(() => 0));
  const port = (await free(last)) ?? (await free(0)) ?? fail(portInUse(0));
  if (port !== last) await writeFile(file, String(port));
  return port;
}

/** The port itself, or for 0 one that the system picks; undefined when it is taken. */
async function free(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

function fail(problem: Error): never {
  throw problem;
}
