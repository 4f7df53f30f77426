import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DebitOutcomes } from '../debit-outcomes.js';
import { DebitEntries } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface Resolution {
  readonly entryId: string;
  /** What the bank says when asked: a known code of its own table. */
  readonly code: '0' | '1' | '2' | '3' | '4' | '8' | '9';
  readonly note: string;
  readonly actor: Actor;
}

/** A person has asked the bank what an unknown code meant. @clause W6.1 */
@Injectable()
export class ResolveDebit {
  constructor(
    private readonly database: Database,
    private readonly entries: DebitEntries,
    private readonly files: DebitFiles,
    private readonly outcomes: DebitOutcomes,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError payments.debit-entry-not-found, payments.debit-entry-state */
  execute({ entryId, code, note, actor }: Resolution): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      if (entry.outcome !== 'unclear') throw paymentsErrors.debitEntryState();
      const { debitDate } = await this.files.lock(tx, entry.fileId);
      await this.outcomes.apply(tx, entry, code, debitDate);
      await this.audit.record(tx, {
        tenantId: entry.tenantId,
        actor,
        action: 'debit.resolved',
        subject: { kind: 'debit', id: entryId },
        details: { code, note },
      });
    });
  }
}
