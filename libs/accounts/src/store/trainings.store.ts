import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

interface Training {
  readonly topic: string;
  /** `2026-04-01` */
  readonly on: string;
}

export interface TrainedOperator {
  readonly operatorId: string;
  readonly name: string;
  /** The newest first. */
  readonly trainings: readonly Training[];
}

/** What the provider's people were taught. System transactions only. */
@Injectable()
export class TrainingsStore {
  /** Everybody, also who was never taught anything; the longest ago first. */
  all(tx: Tx): Promise<TrainedOperator[]> {
    return tx.query<TrainedOperator>(
      `SELECT o.id AS "operatorId", o.name, coalesce(jsonb_agg(jsonb_build_object('topic', t.topic, 'on', t.trained_on)
           ORDER BY t.trained_on DESC, t.id DESC) FILTER (WHERE t.id IS NOT NULL), '[]') AS trainings
       FROM operators o LEFT JOIN staff_trainings t ON t.operator_id = o.id
       GROUP BY o.id, o.name ORDER BY max(t.trained_on) NULLS FIRST, o.name, o.id`,
    );
  }

  async add(
    tx: Tx,
    training: { id: string; operatorId: string; topic: string; on: PlainDate; recordedAt: Date },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO staff_trainings (id, operator_id, topic, trained_on, recorded_at) VALUES ($1, $2, $3, $4, $5)',
      [
        training.id,
        training.operatorId,
        training.topic,
        training.on.toString(),
        training.recordedAt,
      ],
    );
  }
}
