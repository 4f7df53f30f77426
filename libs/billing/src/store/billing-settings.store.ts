import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DebitSchedule } from '../domain/calendar/debit-schedule.js';
import { strictestSchedule } from '../domain/calendar/strictest-schedule.js';
import type { DunningPolicy } from '../domain/dunning/dunning.js';
import type { Issuer } from './invoice.row.js';

/** What the operator must say before anything can be invoiced. */
export interface BillingSettings {
  readonly issuer: Issuer;
  /** How early the bank wants the debit file. */
  readonly debitSchedule: DebitSchedule;
  /** When who does not pay is reminded; the usual days where absent. */
  readonly dunning?: DunningPolicy;
}

/** Every version that ever held; in the system's transactions. */
@Injectable()
export class BillingSettingsStore {
  /** As they hold: with the schedule of the bank that wants its file first, where that is earlier. @clause W6.1 */
  async latest(tx: Tx): Promise<BillingSettings | undefined> {
    const settings = await this.written(tx);
    if (!settings) return undefined;
    const banks = await tx.query<{ schedule: DebitSchedule }>(
      `SELECT settings->'profile'->'schedule' AS schedule FROM bank_profiles`,
    );
    const schedules = banks.map(({ schedule }) => schedule);
    return { ...settings, debitSchedule: strictestSchedule(settings.debitSchedule, ...schedules) };
  }

  /** As the operator wrote them. */
  async written(tx: Tx): Promise<(BillingSettings & { version: number }) | undefined> {
    const [row] = await tx.query<{ version: number; content: BillingSettings }>(
      'SELECT version, content FROM billing_settings ORDER BY version DESC LIMIT 1',
    );
    return row && { ...row.content, version: row.version };
  }

  /** Fails as a duplicate when somebody else was first. */
  async insert(
    tx: Tx,
    version: number,
    content: BillingSettings,
    at: Date,
    by: string | null,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO billing_settings (version, content, set_at, set_by) VALUES ($1, $2, $3, $4)',
      [version, JSON.stringify(content), at, by],
    );
  }
}
