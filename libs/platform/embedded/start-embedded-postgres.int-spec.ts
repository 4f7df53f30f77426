import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  discardEmbeddedPostgres,
  EmbeddedPostgresProblem,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from './index.js';

const root = join(import.meta.dirname, '../../..');
const asRoot = process.getuid?.() === 0;

let place: string;
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hikyaku-embedded-'));
  await chmod(place, 0o711);
  dataDir = join(place, 'data');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await rm(place, { recursive: true, force: true });
});

describe('a start', () => {
  test('makes a cluster that only the password opens, and a later start finds it again', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (word text)');
    await query(first.url, "INSERT INTO kept VALUES ('飛脚')");
    const settings = `SELECT current_setting('server_version_num')::int / 10000 AS major,
      current_setting('listen_addresses') AS listens, current_setting('server_encoding') AS encoding,
      current_setting('max_connections') AS connections, current_setting('fsync') AS fsync,
      (SELECT datcollate || ' ' || datlocprovider::text FROM pg_database WHERE datname = 'template1') AS collation`;
    expect(await query(first.url, settings)).toEqual([
      {
        major: 18,
        listens: '127.0.0.1',
        encoding: 'UTF8',
        connections: '200',
        fsync: 'on',
        collation: 'C c',
      },
    ]);
    const secret = await stat(join(first.dataDir, 'pgdata/hikyaku.password'));
    expect(secret.mode & 0o777).toBe(0o600);
    await expect(query(first.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toMatchObject(
      { code: '28P01' },
    );
    await first.stop();
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await start();
    expect({ url: second.url, port: second.port, dataDir: second.dataDir }).toEqual({
      url: first.url,
      port: first.port,
      dataDir,
    });
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: '飛脚' }]);
  });

  test('an ephemeral one copies databases from a template and leaves nothing behind', async () => {
    const server = await start({ ephemeral: true, settings: { max_connections: '20' } });
    await server.createDatabase('model');
    const at = (database: string): string => server.url.replace(/postgres$/, database);
    await query(at('model'), 'CREATE TABLE moulded AS SELECT 7 AS n');
    await server.createDatabase('a "copy"', 'model');
    expect(await query(at(encodeURIComponent('a "copy"')), 'SELECT n FROM moulded')).toEqual([
      { n: 7 },
    ]);
    expect(await query(server.url, 'SHOW max_connections')).toEqual([{ max_connections: '20' }]);
    await server.stop();
    expect(await readdir(place)).toEqual([]);
  });

  test('takes another port when a stranger sits on the one of the last time', async () => {
    const first = await start();
    await first.stop();
    const stranger = await listen(first.port);
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      stranger.close();
    }
  });

  test('begins anew after a discard, which spares a cluster in use', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (word text)');
    await expect(discardEmbeddedPostgres(dataDir)).rejects.toMatchObject({ code: 'folder-in-use' });
    await first.stop();
    await discardEmbeddedPostgres(dataDir);
    const second = await start();
    expect(await query(second.url, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
  });

  (asRoot ? test : test.skip)('as root goes where a system user can follow', async () => {
    await chmod(place, 0o700);
    const first = await start();
    await first.stop();
    expect(first.dataDir).toMatch(/^\/var\/lib\/hikyaku\/[0-9a-f]{12}$/);
    const second = await start();
    expect(second.url).toBe(first.url);
    await second.stop();
    await rm(first.dataDir, { recursive: true });
  });
});

describe('after a violent end', () => {
  test('of its starter the server goes too, and what was committed stays', async () => {
    const { starter, url, serverPid } = await startElsewhere();
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS n');
    starter.kill('SIGKILL');
    await gone(serverPid);
    const next = await start();
    expect(await query(next.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  test('of starter and server at once the next start recovers', async () => {
    const { starter, url, serverPid } = await startElsewhere();
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS n');
    process.kill(serverPid, 'SIGKILL');
    starter.kill('SIGKILL');
    const next = await start();
    expect(await query(next.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  test('a server that outlived its starter is stopped by the next start', async () => {
    const first = await start();
    await writeFile(join(dataDir, 'starter.pid'), String(spawnSync('true').pid));
    const second = await start();
    expect(isAlive(first.pid)).toBe(false);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a left-behind pid that now is an unrelated process does not hinder', async () => {
    const first = await start();
    const pidFile = join(dataDir, 'pgdata/postmaster.pid');
    const left = (await readFile(pidFile, 'utf8')).split('\n');
    const { uid, gid } = await stat(pidFile);
    await first.stop();
    const unrelated = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    try {
      await writeFile(pidFile, [unrelated.pid, ...left.slice(1)].join('\n'), { mode: 0o600 });
      await chown(pidFile, uid, gid);
      const second = await start();
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      unrelated.kill();
    }
  });
});

describe('a start that cannot be says why', () => {
  test('the folder is in use; its user goes on undisturbed', async () => {
    const first = await start();
    expect(await problem()).toBe('folder-in-use');
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.each([
    ['of another version', 'folder-other-version', 'PG_VERSION', '17\n'],
    ['without its version', 'folder-corrupt', 'PG_VERSION', undefined],
    ['without its password', 'folder-corrupt', 'hikyaku.password', undefined],
    ['without its control file', 'folder-corrupt', 'global/pg_control', undefined],
    ['with a damaged control file', 'folder-corrupt', 'global/pg_control', 'x'.repeat(8192)],
  ])('the cluster is %s', async (_, code, file, content) => {
    await (await start()).stop();
    const path = join(dataDir, 'pgdata', file);
    await (content === undefined ? rm(path) : writeFile(path, content));
    expect(await problem()).toBe(code);
  });

  test('the folder cannot be made', async () => {
    await writeFile(dataDir, 'a file is in the way');
    expect(await problem()).toBe('folder-unwritable');
  });

  test('the port is taken', async () => {
    const stranger = await listen(0);
    try {
      expect(await problem({ port: (stranger.address() as AddressInfo).port })).toBe('port-in-use');
    } finally {
      stranger.close();
    }
  });

  test('a setting is unknown to PostgreSQL', async () => {
    expect(await problem({ settings: { shared_bufers: '1GB' } })).toBe('start-failed');
  });
});

async function start(
  options: { ephemeral?: boolean; port?: number; settings?: Record<string, string> } = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  running.push(server);
  return server;
}

/** The code of the problem that a start meets. */
async function problem(options: Parameters<typeof start>[0] = {}): Promise<string> {
  const error: unknown = await start(options).catch((thrown: unknown) => thrown);
  if (!(error instanceof EmbeddedPostgresProblem)) throw new Error('no problem', { cause: error });
  expect(error.message).toBe(`${error.ja}\n${error.en}`);
  return error.code;
}

/** A server whose starter is another process, so that it can be killed. */
async function startElsewhere(): Promise<{
  starter: ChildProcess;
  url: string;
  serverPid: number;
}> {
  const script = `
    const { startEmbeddedPostgres } = await import('./libs/platform/embedded/index.ts');
    const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(JSON.stringify({ url, serverPid: pid }));
    setInterval(() => {}, 1000);`;
  const starter = spawn(
    process.execPath,
    ['--import', './scripts/typescript.mjs', '--input-type=module', '-e', script],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [answer] = (await once(starter.stdout, 'data')) as [Buffer];
  return { starter, ...(JSON.parse(answer.toString()) as { url: string; serverPid: number }) };
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(10);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
