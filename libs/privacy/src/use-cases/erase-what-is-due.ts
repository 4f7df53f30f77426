import { ErasureClock } from '#lib/contracts';
import { Clock, PlainDate, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { ConsentEscrow, ErasedReaders } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Purge, RetentionParts } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';
import { Injectable } from '@nestjs/common';
import { nightOf } from '../domain/night.js';
import { oldestKept } from '../domain/retention.js';
import { ErasureLogStore } from '../store/erasure-log.store.js';
import { HoldsStore } from '../store/holds.store.js';
import { CertifyErasures } from './certify-erasures.js';
import { EraseInBatches } from './erase-in-batches.js';
import { EraseTenant } from './erase-tenant.js';
import { SettleConsents } from './settle-consents.js';

interface Aged {
  readonly rule: RetentionRule;
  readonly before: Date;
}

/**
 * Erases once a day, at night, all whose time is over and that nothing holds, and certifies it. What fails keeps
 * nothing else from going, and makes the run fail in the end; the next try does what is left.
 * @clause P2 保存期間, §3.7
 */
@Injectable()
export class EraseWhatIsDue {
  constructor(
    private readonly database: Database,
    private readonly contracts: ErasureClock,
    private readonly parts: RetentionParts,
    private readonly purge: Purge,
    private readonly holds: HoldsStore,
    private readonly tenants: EraseTenant,
    private readonly batches: EraseInBatches,
    private readonly consents: SettleConsents,
    private readonly escrow: ConsentEscrow,
    private readonly readers: ErasedReaders,
    private readonly erasures: ErasureLogStore,
    private readonly certify: CertifyErasures,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws Error when something could not be erased */
  async execute(): Promise<void> {
    const now = this.clock.now();
    const day = nightOf(now);
    if (!day || !(await this.database.asSystem((tx) => this.erasures.begin(tx, day, now)))) return;
    const held = await this.database.asSystem((tx) => this.holds.heldTenants(tx));
    const failed = [
      ...(await this.eraseTenants(held, day)),
      ...(await this.tried('consents', () => this.consents.departed())),
      ...(await this.eraseByAge(held, now, day)),
    ];
    if (failed.length === 0) await this.finish(day);
    else await this.database.asSystem((tx) => this.erasures.fail(tx, day, failed));
    await this.certify.execute();
    if (failed.length > 0) throw new Error(`not all of ${day.toString()} could be erased`);
  }

  private async eraseTenants(held: readonly TenantId[], day: PlainDate): Promise<string[]> {
    const lines = await this.database.asSystem((tx) => this.contracts.all(tx));
    const failed: string[] = [];
    for (const { tenantId, class: which, standing, isSettled } of lines) {
      if (standing === 'waiting' || held.includes(tenantId)) continue;
      if (which === 'B' && !isSettled) continue;
      const work = (): Promise<void> => this.tenants.execute(tenantId, which, day);
      failed.push(...(await this.tried(`tenant ${tenantId}`, work)));
    }
    return failed;
  }

  /** A last day that stands in a row is over when a new day has begun; a period, when the matrix says so. */
  private async eraseByAge(
    held: readonly TenantId[],
    now: Date,
    day: PlainDate,
  ): Promise<string[]> {
    const failed: string[] = [];
    for (const { rule, before } of await this.over(held, now)) {
      const work = (): Promise<void> => this.batches.byAge(rule, before, held, day);
      failed.push(...(await this.tried(rule.table, work)));
    }
    return failed;
  }

  /** The rules by which something is over: mostly none, which one transaction tells. */
  private async over(held: readonly TenantId[], now: Date): Promise<Aged[]> {
    const aged = this.parts.all
      .flatMap(({ rules }) => rules)
      .flatMap((rule): Aged[] => {
        if (rule.due === 'with-tenant') return [];
        return [{ rule, before: 'since' in rule.due ? oldestKept(rule.class, now) : now }];
      });
    return this.database.asSystem(async (tx) => {
      const over: Aged[] = [];
      for (const each of aged)
        if ((await this.purge.countBefore(tx, each.rule, each.before, held)) > 0) over.push(each);
      return over;
    });
  }

  /** Counts also what was erased of readers since the last run, while their contracts went on. @clause §2.3 */
  private async finish(day: PlainDate): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.escrow.dropIdleForms(tx);
      const last = await this.erasures.lastFinished(tx, day);
      const from = last ? PlainDate.from(last) : day.subtract({ days: 1 });
      const gone = await this.readers.between(tx, startOfJstDay(from), startOfJstDay(day));
      for (const { tenantId, readers } of gone)
        await this.erasures.count(tx, {
          ...{ day, tenantId, class: 'A' },
          ...{ rule: 'readers-during-contract', count: readers },
        });
      await this.erasures.finish(tx, day, this.clock.now());
    });
  }

  /** Gives what failed: this, or nothing. */
  private async tried(what: string, work: () => Promise<void>): Promise<string[]> {
    try {
      await work();
      return [];
    } catch (error) {
      this.log.failure('erasure.failed', error, { what });
      return [what];
    }
  }
}
