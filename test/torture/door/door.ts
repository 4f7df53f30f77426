import { QueueDesk } from '#platform/queue';
import { startApiProcess } from '#test/rig/api-process';
import { startCluster } from '#test/rig/cluster';
import { startStage } from '#test/rig/stage';
import type { Stage } from '#test/rig/stage';
import { spawnWorker, untilReady } from '#test/rig/worker';
import { eventually } from '#test/eventually';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { Caller } from './caller.js';

/** A real API process and a real worker on a database of their own, for those who come from the Internet. */
export interface Door {
  readonly stage: Stage;
  readonly sink: SmtpSink;
  readonly caller: Caller;
  /** Has connections of its own: one's own browser does not wait for others'. */
  readonly visitor: Caller;
  /** Waits until every mail asked for so far has left. */
  untilQuiet(): Promise<void>;
  stop(): Promise<void>;
}

export const openDoor = async (connections: number): Promise<Door> => {
  const cluster = process.env['TEST_DATABASE_URL'] ? undefined : await startCluster();
  const sink = await startSink();
  const stage = await startStage({ SMTP_URL: sink.url, SMTP_CONNECTIONS: '20' });
  const worker = spawnWorker({ env: stage.env });
  await untilReady(() => stage.listeners(), 1);
  const api = await startApiProcess(stage.env);
  const caller = new Caller(api.url, connections);
  const visitor = new Caller(api.url, connections);
  const desk = stage.app.get(QueueDesk);
  /** Jobs that could run and have not, of the outbox and of the queues behind it. */
  const waiting = async (): Promise<number> => {
    const queues = await desk.figures();
    const jobs = queues.reduce((sum, queue) => sum + queue.waiting + queue.active, 0);
    return jobs + (await desk.outbox()).due;
  };
  return {
    stage,
    sink,
    caller,
    visitor,
    untilQuiet: () =>
      eventually(async () => {
        // A job on its way from the outbox to its queue is seen by neither look alone.
        const left = (await waiting()) + (await waiting());
        if (left > 0) throw new Error(`${left} jobs wait`);
      }, 600_000),
    stop: async () => {
      caller.stop();
      visitor.stop();
      await api.stop();
      worker.kill('SIGKILL');
      await worker.ended;
      await stage.stop();
      await sink.stop();
      await cluster?.stop();
    },
  };
};
