import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import type { ClusterFolder } from './cluster-folder.js';
import { superuser } from './create-cluster.js';
import type { LaunchedServer } from './launch.js';

/** A running embedded PostgreSQL. Does not keep the process alive by itself. */
export class EmbeddedPostgres {
  /** Where it really lives; see `startEmbeddedPostgres`. */
  readonly dataDir: string;
  readonly pid: number;
  /** Superuser's connection to the database `postgres`; holds the password. */
  readonly url: string;
  #stopped: Promise<void> | undefined;

  constructor(
    folder: ClusterFolder,
    readonly port: number,
    password: string,
    private readonly server: LaunchedServer,
    private readonly ephemeral: boolean,
  ) {
    this.dataDir = folder.home;
    this.pid = server.pid;
    this.url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  }

  /** Creates a database, as a copy of `template` if one is named; nobody may be connected to that one. */
  async createDatabase(name: string, template?: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      const source = template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`;
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${source}`);
    } finally {
      await client.end();
    }
  }

  /** Ends all connections, rolls back what is open, and waits until the server is gone. Any number of calls. */
  stop(): Promise<void> {
    return (this.#stopped ??= this.shutDown());
  }

  private async shutDown(): Promise<void> {
    const { process: server, dismissWatchdog } = this.server;
    if (server.exitCode === null && server.signalCode === null) {
      server.ref();
      const gone = once(server, 'exit');
      server.kill(this.ephemeral ? 'SIGQUIT' : 'SIGINT');
      await gone;
    }
    dismissWatchdog();
    if (this.ephemeral) await rm(this.dataDir, { recursive: true, force: true });
  }
}
