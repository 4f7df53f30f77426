import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { bouncesErrors } from '../bounces.errors.js';
import { mostDays, periodOf } from '../domain/period.js';
import type { Period } from '../domain/period.js';
import { QualityGates } from '../store/quality-gates.store.js';
import type { QualityGateRow } from '../store/quality-gates.store.js';
import { SenderCaused } from '../store/sender-caused.store.js';
import type { SenderCausedFigure } from '../store/sender-caused.store.js';
import { UnattributedReports } from '../store/unattributed-reports.store.js';
import type { UnattributedReport } from '../store/unattributed-reports.store.js';

interface ListWish {
  readonly size: number;
  readonly cursor: string | undefined;
}

/** What operators watch over all tenants: refusals for our sake, reports nobody can be told from, held campaigns. */
@Injectable()
export class ReadDeliverability {
  constructor(
    private readonly database: Database,
    private readonly senderCaused: SenderCaused,
    private readonly unattributed: UnattributedReports,
    private readonly gates: QualityGates,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError bounces.bad-period */
  refusals(wanted: Partial<Period>): Promise<SenderCausedFigure[]> {
    const period = periodOf(wanted, this.clock.now());
    if (!period) throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
    const { from, to } = period;
    return this.database.asSystem((tx) => this.senderCaused.between(tx, from, to));
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async reports({ size, cursor }: ListWish): Promise<PageOf<UnattributedReport>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.unattributed.page(tx, size, after));
    return pageOf(rows, size, ({ id, at }) => ({ id, sort: at.toISOString() }));
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async held(wish: ListWish & { readonly openOnly: boolean }): Promise<PageOf<QualityGateRow>> {
    const { size, cursor, openOnly } = wish;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) =>
      this.gates.page(tx, { openOnly }, size, after),
    );
    return pageOf(rows, size, ({ id, trippedAt }) => ({ id, sort: trippedAt.toISOString() }));
  }
}
