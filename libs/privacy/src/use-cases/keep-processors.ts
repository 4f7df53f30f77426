import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, PlainDate, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Processor } from '../domain/processor.js';
import { privacyErrors } from '../privacy.errors.js';
import { ProcessorsStore } from '../store/processors.store.js';

/** The registry of those who process personal data for the provider. None is deleted: it ends. @clause P2 委託先, P4-7 */
@Injectable()
export class KeepProcessors {
  constructor(
    private readonly database: Database,
    private readonly processors: ProcessorsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(): Promise<Processor[]> {
    return this.database.asSystem((tx) => this.processors.list(tx));
  }

  /** Gives the id. @throws BusinessError privacy.bad-days */
  async add(facts: Omit<Processor, 'id'>, actor: Actor): Promise<string> {
    const id = newId(this.clock.now());
    await this.save({ ...facts, id }, 'new', actor);
    return id;
  }

  /** @throws BusinessError privacy.no-processor, privacy.bad-days */
  change(processor: Processor, actor: Actor): Promise<void> {
    return this.save(processor, 'known', actor);
  }

  private async save(processor: Processor, how: 'new' | 'known', actor: Actor): Promise<void> {
    const { id, since, until, auditedOn } = processor;
    const areDays = [since, until, auditedOn].every((day) => day === null || isDay(day));
    if (!areDays || (until !== null && until < since)) throw privacyErrors.badDays();
    await this.database.asSystem(async (tx) => {
      if (!(await this.processors.save(tx, processor, how))) throw privacyErrors.noProcessor();
      const action = how === 'new' ? 'processor.added' : 'processor.changed';
      const subject = { kind: 'processor', id };
      await this.audit.record(tx, { tenantId: null, actor, action, subject });
    });
  }
}

const isDay = (text: string): boolean => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
