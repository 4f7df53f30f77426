import { TellOperators } from '#lib/accounts';
import { ErasureClock } from '#lib/contracts';
import { Clock, PlainDate } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isStuck, patienceMs } from '../domain/night.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';
import type { ErasureRun } from '../store/erasure-log.store.js';
import { HoldsStore } from '../store/holds.store.js';
import { erasureStuck } from '../templates/erasure-stuck.js';

/** How the erasure of the nights stands. */
export interface ErasureState {
  /** The latest; null before the first night. */
  readonly run: ErasureRun | null;
  /** A person has to look: it failed, or was not begun. */
  readonly isStuck: boolean;
  /** Tenants whose service data are there although their last day is over, and that nothing holds. */
  readonly lateTenants: number;
}

/** Looks whether the erasure of the night came to its end, and tells operators once a night when it did not. @clause §3.7 */
@Injectable()
export class WatchErasure {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureLogStore,
    private readonly contracts: ErasureClock,
    private readonly holds: HoldsStore,
    private readonly tell: TellOperators,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  state(): Promise<ErasureState> {
    return this.database.asSystem(async (tx) => {
      const run = await this.erasures.latest(tx);
      return {
        run: run ?? null,
        isStuck: run !== undefined && isStuck(nightOfRun(run), this.clock.now()),
        lateTenants: await this.lateTenants(tx),
      };
    });
  }

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const run = await this.erasures.takeStuck(tx, new Date(now.getTime() - patienceMs), now);
      if (!run) return;
      const lateTenants = await this.lateTenants(tx);
      const link = `${this.config.publicUrl}/console/operator/retention`;
      const words = { ...run, lateTenants, link };
      await this.tell.within(tx, 'inquiries.write', erasureStuck, words);
    });
  }

  private async lateTenants(tx: Tx): Promise<number> {
    const held = await this.holds.heldTenants(tx);
    return (await this.contracts.all(tx)).filter(
      ({ tenantId, standing }) => standing === 'late' && !held.includes(tenantId),
    ).length;
  }
}

const nightOfRun = ({ day, startedAt, finishedAt }: ErasureRun): Parameters<typeof isStuck>[0] => ({
  day: PlainDate.from(day),
  startedAt,
  isFinished: finishedAt !== null,
});
