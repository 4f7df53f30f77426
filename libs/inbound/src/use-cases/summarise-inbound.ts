import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { keptDays } from '../domain/inbound-message.js';
import type { InboundFigure } from '../domain/inbound-message.js';
import { InboundMessages } from '../store/inbound-messages.store.js';

export interface InboundSummary {
  /** Not sorted yet. */
  readonly waiting: number;
  /** Arrival of the first of those. */
  readonly waitingSince: Date | null;
  readonly byDay: readonly InboundFigure[];
}

const dayMs = 86_400_000;

/** What became of the mail that came in, for as long as we remember it. */
@Injectable()
export class SummariseInbound {
  constructor(
    private readonly database: Database,
    private readonly messages: InboundMessages,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<InboundSummary> {
    const since = new Date(this.clock.now().getTime() - keptDays * dayMs);
    return this.database.asSystem(async (tx) => ({
      ...(await this.messages.backlog(tx)),
      byDay: await this.messages.figures(tx, since),
    }));
  }
}
