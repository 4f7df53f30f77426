import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { accountRefusal } from '../account-refusal.js';
import type { BankSettings } from '../domain/banks/bank-settings.js';
import { collectorProblems } from '../domain/banks/holder-account.js';
import { BankProfiles } from '../store/bank-profiles.store.js';

interface BankProfileInput {
  readonly name: string;
  readonly settings: BankSettings;
  /** What is replaced; absent for a new one. */
  readonly edited?: { readonly id: string; readonly version: number };
  readonly actor: Actor;
}

/** Sets up a bank or replaces its data; files that were made keep the data they were made with. @clause W6.1 */
@Injectable()
export class SaveBankProfile {
  constructor(
    private readonly database: Database,
    private readonly profiles: BankProfiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the id.
   * @throws BusinessError payments.bank-profile-name-taken, payments.account-*, request.version-changed
   */
  async execute({ name, settings, edited, actor }: BankProfileInput): Promise<string> {
    const refusal = accountRefusal(collectorProblems(settings), 'collector');
    if (refusal) throw refusal;
    const id = edited?.id ?? newId(this.clock.now());
    await this.database.asSystem(async (tx) => {
      if (!edited) await this.profiles.insert(tx, { id, name, settings });
      else {
        await this.profiles.get(tx, id);
        if (!(await this.profiles.replace(tx, { ...edited, name, settings })))
          throw httpErrors.versionChanged();
      }
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: edited ? 'bank-profile.changed' : 'bank-profile.created',
        subject: { kind: 'bank-profile', id },
        details: { name },
      });
    });
    return id;
  }
}
