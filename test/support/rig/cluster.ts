import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/embedded';

/** A PostgreSQL of the run's own that forgets nothing: every commit is on the disk before it is confirmed. */
export interface Cluster {
  readonly url: string;
  /** Changes with every start. */
  readonly pid: number;
  /** As if the power failed; the next `start` recovers. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What an operator of a machine with some memory would set; none of it trades safety. */
const clusterSettings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1', // no disk turns any more
};

/** Also lets `startApp` make its databases there. */
export const startCluster = async (): Promise<Cluster> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hikyaku-rig-'));
  // The server may run as another user (when we are root), who must be able to pass through.
  chmodSync(dataDir, 0o711);
  const open = (): ReturnType<typeof startEmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir, settings: clusterSettings });
  let server = await open();
  process.env['TEST_DATABASE_URL'] = server.url;
  return {
    url: server.url,
    get pid() {
      return server.pid;
    },
    crash: async () => {
      process.kill(server.pid, 'SIGQUIT');
      await server.stop();
    },
    start: async () => {
      server = await open();
    },
    stop: async () => {
      await server.stop();
      rmSync(server.dataDir, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
