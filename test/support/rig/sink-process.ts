import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { usualExtensions } from './fast-sink.js';
import type { SinkFigures, SinkRecord } from './fast-sink.js';

/** A sink in a process of its own, so that it takes no time from whoever is measured. */
export interface SinkProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  figures(): Promise<SinkFigures>;
  record(): Promise<SinkRecord>;
  forget(): Promise<void>;
  stop(): void;
}

export const startSinkProcess = async ({
  latencyMs = 0,
  record = false,
  extensions = usualExtensions,
}: {
  latencyMs?: number;
  record?: boolean;
  extensions?: readonly string[];
} = {}): Promise<SinkProcess> => {
  const main = join(import.meta.dirname, 'sink-main.ts');
  const child = fork(main, [String(latencyMs), record ? 'record' : 'count', ...extensions]);
  const [port] = (await once(child, 'message')) as [number];
  const ask = async (wish: string): Promise<unknown> => {
    child.send(wish);
    const [answer] = (await once(child, 'message')) as unknown[];
    return answer;
  };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    figures: () => ask('figures') as Promise<SinkFigures>,
    record: () => ask('record') as Promise<SinkRecord>,
    forget: async () => {
      await ask('forget');
    },
    stop: () => {
      child.disconnect();
    },
  };
};
