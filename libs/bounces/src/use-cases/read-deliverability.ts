import { DomainBreakers, MailingStates } from '#lib/delivery';
import type { Breaker, MailingStatus } from '#lib/delivery';
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

/** What receivers hold against a sender, with what the delivery engine does about it. */
export interface SenderTrouble extends SenderCausedFigure {
  /** Of the domain; null while it is sent mail. */
  readonly breaker: Breaker | null;
  readonly campaignStatus: MailingStatus;
}

/** With what its mailing does by now: its owners may have ended it themselves. */
export interface HeldCampaign extends QualityGateRow {
  readonly campaignStatus: MailingStatus;
}

/** What operators watch over all tenants: refusals for our sake, reports nobody can be told from, held campaigns. */
@Injectable()
export class ReadDeliverability {
  constructor(
    private readonly database: Database,
    private readonly senderCaused: SenderCaused,
    private readonly unattributed: UnattributedReports,
    private readonly gates: QualityGates,
    private readonly breakers: DomainBreakers,
    private readonly mailings: MailingStates,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError bounces.bad-period */
  refusals(wanted: Partial<Period>): Promise<SenderTrouble[]> {
    const period = periodOf(wanted, this.clock.now());
    if (!period) throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
    const { from, to } = period;
    return this.database.asSystem(async (tx) => {
      const figures = await this.senderCaused.between(tx, from, to);
      const breakers = await this.breakers.read(tx);
      const campaignIds = figures.map(({ campaignId }) => campaignId);
      const statuses = await this.mailings.of(tx, campaignIds);
      return figures.map((figure) => ({
        ...figure,
        breaker: breakers.get(figure.domain ?? '') ?? null,
        campaignStatus: statuses.get(figure.campaignId) ?? 'finished',
      }));
    });
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async reports({ size, cursor }: ListWish): Promise<PageOf<UnattributedReport>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.unattributed.page(tx, size, after));
    return pageOf(rows, size, ({ id, at }) => ({ id, sort: at.toISOString() }));
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async held(wish: ListWish & { readonly openOnly: boolean }): Promise<PageOf<HeldCampaign>> {
    const { size, cursor, openOnly } = wish;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem(async (tx) => {
      const gates = await this.gates.page(tx, { openOnly }, size, after);
      const campaignIds = gates.map(({ campaignId }) => campaignId);
      const statuses = await this.mailings.of(tx, campaignIds);
      return gates.map((gate) => ({
        ...gate,
        campaignStatus: statuses.get(gate.campaignId) ?? 'finished',
      }));
    });
    return pageOf(rows, size, ({ id, trippedAt }) => ({ id, sort: trippedAt.toISOString() }));
  }
}
