import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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
  /** Everything that the program has written so far. */
  output(): string;
  /** The newest mails to that recipient; waits until there are that many. */
  mailsTo(address: string, count?: number): Promise<ProgramMail[]>;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

const operatorEmail = 'unei@operator.example.jp';

/** @param patience milliseconds until it must be ready; the demo alone takes a minute or two */
export const startProgram = async (env: Environment = {}, patience = 120_000): Promise<Program> => {
  const database = await createDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'hikyaku-program-'));
  const [port, inbound, mail] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://localhost:${port}`;
  const settings = {
    PATH: process.env['PATH'],
    TZ: process.env['TZ'],
    DATABASE_URL: database.url,
    QUEUE_URL: process.env['TEST_REDIS_URL'] ?? database.url,
    QUEUE_PREFIX: new URL(database.url).pathname.slice(1),
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATA_DIR: dataDir,
    DEMO: 'false',
    PORT: String(port),
    INBOUND_PORT: String(inbound),
    MAILBOX_PORT: String(mail),
    LOG_LEVEL: 'trace',
    ...env,
  };
  const server = run('standalone', [], settings);
  const stop = async (): Promise<void> => {
    server.process.kill('SIGTERM');
    await server.ended.finally(async () => {
      await rm(dataDir, { recursive: true, force: true });
      await database.drop();
    });
  };
  try {
    await eventually(async () => {
      const { status } = await fetch(`${url}/health/ready`);
      if (status !== 200) throw new Error(`Not ready: ${status}\n${server.output()}`);
    }, patience);
    const settingsOfTools = { ...settings, PUBLIC_URL: url, SMTP_URL: `smtp://127.0.0.1:${mail}` };
    const admin = run('admin', ['add-operator', operatorEmail, '運営 一郎'], settingsOfTools);
    await admin.ended;
    const password = /Password, shown only now: (\S+)/.exec(admin.output())?.[1] ?? '';
    const credentials = { email: operatorEmail, password };
    return {
      url,
      databaseUrl: database.url,
      operator: testClient(url, '/api/v1/operator/session', credentials),
      output: server.output,
      mailsTo: (address, count = 1) => mailsIn(url, address, count),
      stop,
    };
  } catch (error) {
    await stop().catch(() => undefined); // ended before it could end well: what was wrong is the first
    throw error;
  }
};

const mailsIn = (url: string, address: string, count: number): Promise<ProgramMail[]> => {
  const mailbox = anonymousClient(`${url}/mailbox/api/messages`);
  return eventually(async () => {
    const list = await mailbox.get(`?to=${encodeURIComponent(address)}`);
    const { items } = list.body as { items: { id: string }[] };
    if (items.length < count) throw new Error(`${items.length} mails, not ${count}`);
    return Promise.all(items.map(async ({ id }) => readMail(await mailbox.get(`/${id}`))));
  });
};

interface Running {
  readonly process: ChildProcess;
  /** Fails when the process ends with anything but 0. */
  readonly ended: Promise<void>;
  readonly output: () => string;
}

const run = (app: string, args: readonly string[], env: NodeJS.ProcessEnv): Running => {
  const written: string[] = [];
  const child = spawn(process.execPath, [join(dist, app, 'src/main.js'), ...args], { env });
  child.stdout.on('data', (text: Buffer) => written.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => written.push(text.toString()));
  const output = (): string => written.join('');
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`${app} ended with ${String(code)}\n${output()}`);
  });
  ended.catch(() => undefined); // whoever waits for it is told
  return { process: child, ended, output };
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
