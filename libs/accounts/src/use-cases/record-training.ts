import { Clock, PlainDate, jstDate, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { isTrainingDue } from '../domain/training.js';
import { OperatorsStore } from '../store/operators.store.js';
import { TrainingsStore } from '../store/trainings.store.js';
import type { TrainedOperator } from '../store/trainings.store.js';

/** Keeps who of the provider's people was taught what about personal data, and says who is due. @clause P2 従業員, P4-7 */
@Injectable()
export class RecordTraining {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorsStore,
    private readonly trainings: TrainingsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<(TrainedOperator & { readonly isDue: boolean })[]> {
    const today = jstDate(this.clock.now());
    const all = await this.database.asSystem((tx) => this.trainings.all(tx));
    return all.map((operator) => {
      const last = operator.trainings[0];
      return { ...operator, isDue: isTrainingDue(last && PlainDate.from(last.on), today) };
    });
  }

  /** @param on `2026-04-01` @throws BusinessError accounts.operator-not-found, accounts.bad-training-day */
  async execute(
    { operatorId, topic, on }: { operatorId: string; topic: string; on: string },
    actor: Actor,
  ): Promise<void> {
    const recordedAt = this.clock.now();
    const day = dayOf(on);
    if (!day || PlainDate.compare(day, jstDate(recordedAt)) > 0)
      throw accountsErrors.badTrainingDay({ field: 'on' });
    await this.database.asSystem(async (tx) => {
      if (!(await this.operators.find(tx, operatorId))) throw accountsErrors.operatorNotFound();
      const id = newId(recordedAt);
      await this.trainings.add(tx, { id, operatorId, topic, on: day, recordedAt });
      await this.audit.record(tx, {
        ...{ tenantId: null, actor, action: 'operator.trained' },
        subject: { kind: 'operator', id: operatorId },
        details: { topic, on },
      });
    });
  }
}

const dayOf = (text: string): PlainDate | undefined => {
  try {
    return PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
};
