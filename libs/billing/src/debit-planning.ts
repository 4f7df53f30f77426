import { Clock } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { runDates } from './domain/calendar/debit-schedule.js';
import type { RunDates } from './domain/calendar/debit-schedule.js';
import { planDebits } from './domain/debit/plan-debits.js';
import type { DebitPlan } from './domain/debit/plan-debits.js';
import { BankProfiles } from './store/bank-profiles.store.js';
import type { StoredBankProfile } from './store/bank-profiles.store.js';
import { DebitCandidates } from './store/debit-candidates.store.js';

export interface PlannedFile extends DebitPlan {
  readonly bank: StoredBankProfile;
  readonly dates: RunDates;
  /** Whether the bank would take the file now. */
  readonly inTime: boolean;
}

/** What a month's debit file would ask for, were it made now. In the system's transaction. @clause W6.1 */
@Injectable()
export class DebitPlanning {
  constructor(
    private readonly profiles: BankProfiles,
    private readonly candidates: DebitCandidates,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.bank-profile-not-found */
  async of(tx: Tx, month: YearMonth, bankProfileId: string): Promise<PlannedFile> {
    const bank = await this.profiles.get(tx, bankProfileId);
    const dates = runDates(month, bank.settings.profile.schedule);
    const candidates = await this.candidates.dueBy(tx, dates.dueDate);
    const inTime = this.clock.now() < dates.fileClosesAt;
    return { bank, dates, inTime, ...planDebits(candidates, dates) };
  }
}
