import { resolve } from 'node:path';
import { clusterFolder, reachableRoot } from './cluster-folder.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { ensureCluster } from './create-cluster.js';
import { choosePort } from './free-port.js';
import { launch } from './launch.js';
import { endPreviousRun, signStart } from './previous-run.js';
import { packagedBinaries, serverBinaries } from './server-binaries.js';
import { serverSettings } from './server-settings.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the installation; made when missing. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1. 0 or nothing: that of the last start, at first a free one. */
  readonly port?: number;
  /** Server settings by their PostgreSQL names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: trades every safety against a crash for speed, and `stop` removes the folder. */
  readonly ephemeral?: boolean;
}

/**
 * Starts PostgreSQL from its npm package, making a cluster at first. Works as an ordinary user and as root, whose
 * server runs as a system user and may then have to live elsewhere than asked (`dataDir` of the result says where).
 * The server ends with this process, even when that one is killed.
 *
 * @throws EmbeddedPostgresProblem in words for people and with a code
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const ephemeral = options.ephemeral ?? false;
  const folder = await clusterFolder(resolve(options.dataDir));
  const copies = folder.user ? reachableRoot : folder.home;
  const binaries = await serverBinaries(packagedBinaries(), copies, folder.user);
  await endPreviousRun(folder);
  const port = await choosePort(folder, options.port ?? 0);
  const password = await ensureCluster(folder, binaries, ephemeral);
  await signStart(folder);
  const settings = serverSettings(port, ephemeral, options.settings ?? {});
  const server = await launch(folder, binaries, port, settings);
  return new EmbeddedPostgres(folder, port, password, server, ephemeral);
}
