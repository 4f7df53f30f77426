import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymousClient, testClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { createDatabase } from './database.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

const dist = join(import.meta.dirname, '../../dist/apps');

/** A mail that the program's local mailbox received. */
export interface ProgramMail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The built standalone program as a process of its own, on a database of its own, without the demo. */
export interface Program {
  readonly url: string;
  readonly databaseUrl: string;
  /** Signed in as the operator that `apps/admin` made. */
  readonly operator: TestClient;
  /** Everything that the program and its tools have written so far. */
  output(): string;
  /** The newest mails to that recipient; waits until there are that many. */
  mailsTo(address: string, count?: number): Promise<ProgramMail[]>;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

export const operatorEmail = 'unei@operator.example.jp';
const password = 'Sunflower-42-river';

export const startProgram = async (env: Environment = {}): Promise<Program> => {
  const database = await createDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hikyaku-program-'));
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const settings = {
    PATH: process.env['PATH'],
    TZ: process.env['TZ'],
    DATABASE_URL: database.url,
    QUEUE_URL: process.env['TEST_REDIS_URL'] ?? database.url,
    QUEUE_PREFIX: new URL(database.url).pathname.slice(1),
    DATA_DIR: dataDir,
    DEMO: 'false',
    PORT: String(ports[0]),
    INBOUND_PORT: String(ports[1]),
    MAILBOX_PORT: String(ports[2]),
    LOG_LEVEL: 'trace',
    ...env,
  };
  const written: string[] = [];
  const url = `http://localhost:${ports[0]}`;
  const server = run('standalone', [], settings, written);
  await eventually(async () => {
    if (server.process.exitCode !== null) throw new Error(written.join(''));
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200) throw new Error(`Not ready: ${status}`);
  });
  const add = ['add-operator', '--email', operatorEmail, '--name', '運営 一郎', '--role', 'admin'];
  await run('admin', add, settings, written, `${password}\n`).ended;
  const mailbox = anonymousClient(`${url}/mailbox/api/messages`);
  return {
    url,
    databaseUrl: database.url,
    operator: testClient(url, '/api/v1/operator/session', { email: operatorEmail, password }),
    output: () => written.join(''),
    mailsTo: (address, count = 1) =>
      eventually(async () => {
        const list = await mailbox.get(`?to=${encodeURIComponent(address)}`);
        const { items } = list.body as { items: { id: string }[] };
        if (items.length < count) throw new Error(`${items.length} mails, not ${count}`);
        return Promise.all(items.map(async ({ id }) => readMail(await mailbox.get(`/${id}`))));
      }),
    stop: async () => {
      server.process.kill('SIGTERM');
      await server.ended;
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
};

interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
}

/** Fails when the process ends with anything but 0. */
const run = (
  app: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  written: string[],
  input = '',
): Running => {
  const child = spawn(process.execPath, [join(dist, app, 'src/main.js'), ...args], { env });
  child.stdout.on('data', (text: Buffer) => written.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => written.push(text.toString()));
  child.stdin.end(input);
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`${app} ended with ${String(code)}\n${written.join('')}`);
  });
  return { process: child, ended };
};

const readMail = ({ body }: TestAnswer): ProgramMail => {
  const { envelope, message } = body as {
    envelope: { id: string; from: string; to: string[] };
    message: {
      subject: string;
      text: string;
      html: string;
      headers: { name: string; value: string }[];
    };
  };
  const { subject, text, html, headers } = message;
  return {
    ...{ id: envelope.id, from: envelope.from, to: envelope.to.join(', ') },
    ...{ subject, text, html },
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
  };
};
