import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { ResendUnknown } from '#lib/delivery';
import { Database } from '#platform/database';
import { startCluster } from '#test/rig/cluster';
import type { Cluster } from '#test/rig/cluster';
import { eventually } from '#test/eventually';
import { freePort } from '#test/free-port';
import { startSinkProcess } from '#test/rig/sink-process';
import type { SinkProcess } from '#test/rig/sink-process';
import { startStage } from '#test/rig/stage';
import type { Stage } from '#test/rig/stage';
import { spawnWorker, untilReady } from '#test/rig/worker';
import type { WorkerProcess } from '#test/rig/worker';

interface SceneWish {
  readonly recipients: number;
  readonly connections: number;
  readonly queue?: 'postgres' | 'redis';
  /** What becomes of mails of unknown fate. */
  readonly mode?: 'hold' | 'retry';
  readonly workers?: number;
  /** Of the readers' addresses. */
  readonly domains?: readonly string[];
  /** A relay that misbehaves, instead of the fast sink that takes everything. */
  readonly relay?: string;
  /** How long the sink takes for each of its answers. */
  readonly latencyMs?: number;
}

/** What the relay has, held against what the ledger says. */
export interface Comparison {
  /** Mails that the ledger calls accepted and the relay does not have; no other settled state occurs here. */
  readonly lost: number;
  /** Mails that the relay has more than once. */
  readonly duplicates: number;
  /** Duplicates under another Message-ID or return path. */
  readonly strangers: number;
  readonly unknown: number;
  readonly equationHolds: boolean;
}

/** One shop, one campaign, real workers, and everything that can be taken away from them. */
export interface Scene {
  readonly stage: Stage;
  readonly cluster: Cluster;
  readonly sink: SinkProcess;
  readonly campaignId: string;
  readonly workers: readonly WorkerProcess[];
  readonly redis: RedisProcess | undefined;
  launch(): Promise<void>;
  startWorker(): Promise<void>;
  /** Ends the worker that has lived longest and waits until it is gone. */
  killWorker(signal: NodeJS.Signals): Promise<void>;
  untilSent(mails: number): Promise<void>;
  /** @param meanwhile done again and again until then */
  finished(meanwhile?: (stage: Stage) => Promise<void>): Promise<void>;
  progress(): ReturnType<Stage['progress']>;
  /** "Send again": lets the mails of unknown fate be tried once more. */
  resendUnknown(): Promise<void>;
  compare(): Promise<Comparison>;
  stop(): Promise<void>;
}

export const startScene = async (wish: SceneWish): Promise<Scene> => {
  const cluster = await startCluster();
  const sink = await startSinkProcess({ record: true, latencyMs: wish.latencyMs ?? 0 });
  const redis = wish.queue === 'redis' ? await startRedis() : undefined;
  const stage = await startStage({
    SMTP_URL: wish.relay ?? sink.url,
    SMTP_CONNECTIONS: String(wish.connections),
    ...(redis && { QUEUE_URL: redis.url }),
  });
  const shop = await stage.shop(wish.recipients, wish.domains);
  const workers: WorkerProcess[] = [];
  let campaignId = '';
  const startWorker = async (): Promise<void> => {
    workers.push(spawnWorker({ env: stage.env }));
    await untilReady(() => stage.listeners(), workers.length);
  };
  for (let n = 0; n < (wish.workers ?? 1); n++) await startWorker();
  return {
    stage,
    cluster,
    sink,
    redis,
    workers,
    startWorker,
    get campaignId() {
      return campaignId;
    },
    launch: async () => {
      ({ campaignId } = await stage.plan(shop, 1500));
      await eventually(async () => {
        if (!(await stage.status(campaignId))) throw new Error('not launched');
      });
      const policy = 'UPDATE mailings SET after_crash = $2 WHERE campaign_id = $1';
      await stage.sql(policy, [campaignId, wish.mode ?? 'hold']);
    },
    killWorker: async (signal) => {
      const worker = workers.shift();
      worker?.kill(signal);
      await worker?.ended;
    },
    untilSent: (mails) =>
      eventually(async () => {
        const sent = (await sink.figures()).mails;
        const over = (await stage.status(campaignId)) === 'finished';
        if (sent < mails && !over) throw new Error(`${sent} mails sent`);
      }, 300_000),
    finished: (meanwhile) =>
      eventually(async () => {
        const status = await stage.status(campaignId).catch(() => 'away');
        if (status === 'finished') return;
        await meanwhile?.(stage);
        throw new Error(`the mailing is ${status ?? 'not launched'}`);
      }, 3_600_000),
    progress: () => stage.progress(shop, campaignId),
    resendUnknown: async () => {
      const { tenantId } = shop;
      const resend = stage.app.get(ResendUnknown);
      await stage.app
        .get(Database)
        .inTenant(tenantId, (tx) => resend.within(tx, tenantId, campaignId));
    },
    compare: async () => {
      const { recipients, duplicates, strangers } = await sink.record();
      const { unknown, equationHolds } = await stage.progress(shop, campaignId);
      const has = new Set(recipients);
      const told = await stage.accepted(campaignId);
      const lost = told.filter((address) => !has.has(address)).length;
      return { lost, duplicates, strangers, unknown, equationHolds };
    },
    stop: async () => {
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(workers.map(({ ended }) => ended));
      await stage.stop();
      sink.stop();
      redis?.kill();
      await cluster.stop();
    },
  };
};

export interface RedisProcess {
  readonly url: string;
  kill(): void;
  start(): void;
}

/** A Redis that keeps nothing on disk, so that killing it loses everything. */
const startRedis = async (): Promise<RedisProcess> => {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = (): void => {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    child = spawn('redis-server', [...args, '--dir', '/tmp'], { stdio: 'ignore' });
  };
  start();
  return { url: `redis://127.0.0.1:${port}`, start, kill: () => void child?.kill('SIGKILL') };
};
