import { Database } from '#platform/database';
import { Injectable, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '#lib/kernel';
import pg from 'pg';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { Outbox, fact, handle, job, when } from './index.js';

const greet = job<{ who: string }>({
  name: 'test.greet',
  queue: 'control',
  keyOf: ({ who }) => who,
});
const greeted = fact<{ who: string }>('test.greeted');
const flaky = job<{ who: string }>({
  name: 'test.flaky',
  queue: 'control',
  backoffMs: 10,
  keyOf: ({ who }) => who,
});

const patient = job<{ who: string }>({
  name: 'test.patient',
  queue: 'control',
  yields: true,
  keyOf: ({ who }) => who,
});

const seen: string[] = [];

@Injectable()
class Greet {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async execute({ who }: { who: string }): Promise<void> {
    seen.push(`greet ${who}`);
    await this.database.asSystem((tx) => this.outbox.tell(tx, greeted, { who }));
  }
}

@Injectable()
class Remember {
  execute({ who }: { who: string }): Promise<void> {
    seen.push(`remember ${who}`);
    return Promise.resolve();
  }
}

@Injectable()
class Flaky {
  execute({ who }: { who: string }): Promise<void> {
    seen.push(`flaky ${who}`);
    if (seen.filter((line) => line === `flaky ${who}`).length < 3) throw new Error('not yet');
    return Promise.resolve();
  }
}

@Module({ providers: [Greet, Remember, Flaky], exports: [Greet, Remember, Flaky] })
class GreetingsModule {}

let test: TestApp;

const add = (who: string, at?: Date): Promise<void> =>
  test.get(Database).asSystem((tx) => test.get(Outbox).add(tx, greet, { who }, at ? { at } : {}));

beforeAll(async () => {
  test = await startApp({
    modules: [GreetingsModule],
    jobs: [
      {
        purpose: 'SERVICE_AND_CAMPAIGN_INFO',
        jobs: [handle(greet, Greet), handle(flaky, Flaky), handle(patient, Remember)],
        facts: [when(greeted, Remember)],
      },
    ],
    clock: new SystemClock(),
    queue: true,
  });
});

afterAll(() => test.stop());

/** So far ahead that a machine as busy as this one has long done by then what is to be done before. */
const soon = async (): Promise<Date> => {
  const began = Date.now();
  await add('measured');
  return new Date(Date.now() + 1500 + 10 * (Date.now() - began));
};

const linesOf = (who: string): string[] => seen.filter((line) => line.endsWith(` ${who}`));

describe('outbox, relay and queue', () => {
  it('runs a job once however often it is added, and tells its fact to the listener', async () => {
    const later = await soon();
    await Promise.all([add('ann', later), add('ann', later), add('ann', later)]);
    await eventually(() => {
      expect(linesOf('ann')).toEqual(['greet ann', 'remember ann']);
    });
  });

  it('runs a delayed job not before its time', async () => {
    const at = new Date(Date.now() + 700);
    await add('bob', at);
    await add('marker');
    await eventually(() => {
      expect(linesOf('marker')).toContain('greet marker');
    });
    const early = Date.now() < at.getTime() ? linesOf('bob') : [];
    expect(early).toEqual([]);
    await eventually(() => {
      expect(linesOf('bob')).toContain('greet bob');
    });
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
  });

  it('takes a waiting job back', async () => {
    const at = await soon();
    await add('carol', at);
    await test.get(Database).asSystem((tx) => test.get(Outbox).remove(tx, greet, { who: 'carol' }));
    await add('later-marker', new Date(at.getTime() + 100));
    await eventually(() => {
      expect(linesOf('later-marker')).toContain('greet later-marker');
    });
    expect(linesOf('carol')).toEqual([]);
  });

  it('lets others of the queue go before a job that yields', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    await test.get(Database).asSystem(async (tx) => {
      const outbox = test.get(Outbox);
      for (const n of numbers) await outbox.add(tx, patient, { who: `patient-${n}` });
      for (const n of numbers) await outbox.add(tx, greet, { who: `hasty-${n}` });
    });
    const ran = (): string[] => seen.filter((line) => /^(greet hasty|remember patient)/.test(line));
    await eventually(() => {
      expect(ran()).toHaveLength(40);
    });
    // The last ones may run beside the first that yielded: the queue has several hands.
    const first = ran().slice(0, 15);
    expect(first.filter((line) => line.startsWith('greet hasty'))).toEqual(first);
  });

  it('tries a failing job again', async () => {
    await test.get(Database).asSystem((tx) => test.get(Outbox).add(tx, flaky, { who: 'dan' }));
    await eventually(() => {
      expect(linesOf('dan')).toEqual(['flaky dan', 'flaky dan', 'flaky dan']);
    });
  });

  it('makes its schema again when somebody has dropped it, and goes on', async () => {
    const owner = new pg.Client({ connectionString: test.databaseUrl });
    await owner.connect();
    // Workers hold its tables by turns, and the server may end the wrong one of a deadlock.
    await eventually(() => owner.query('DROP SCHEMA bullmq CASCADE')).finally(() => owner.end());
    await add('fay');
    await eventually(() => {
      expect(linesOf('fay')).toEqual(['greet fay', 'remember fay']);
    });
  });

  it('asks for nothing when the transaction fails', async () => {
    const work = test.get(Database).asSystem(async (tx) => {
      await test.get(Outbox).add(tx, greet, { who: 'eve' });
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    await add('after-eve');
    await eventually(() => {
      expect(linesOf('after-eve')).toContain('greet after-eve');
    });
    expect(linesOf('eve')).toEqual([]);
  });
});
