import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DebitPlanning } from '../debit-planning.js';
import { DebitEntries, totalOf } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { DebitFileWriter } from '../debit-file-writer.js';

interface Wish {
  readonly month: YearMonth;
  readonly bankProfileId: string;
  readonly actor: Actor;
}

/** Puts together a month's debit file for a second person to confirm. Gives its id. @clause W6.1 */
@Injectable()
export class PrepareDebitFile {
  constructor(
    private readonly database: Database,
    private readonly planning: DebitPlanning,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly writer: DebitFileWriter,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.debit-file-too-late, payments.debit-file-exists, payments.nothing-to-debit */
  execute({ month, bankProfileId, actor }: Wish): Promise<string> {
    return this.database.asSystem(async (tx) => {
      const { bank, dates, inTime, debits } = await this.planning.of(tx, month, bankProfileId);
      if (!inTime) throw paymentsErrors.debitFileTooLate();
      if (await this.files.standing(tx, bankProfileId, dates.dueDate))
        throw paymentsErrors.debitFileExists();
      if (debits.length === 0) throw paymentsErrors.nothingToDebit();
      const at = this.clock.now();
      const id = newId(at);
      const [count, total] = [debits.length, totalOf(debits)];
      const { settings } = bank;
      const { dueDate: debitDate, fileClosesAt: closesAt } = dates;
      const record = { id, month, debitDate, closesAt, bankProfileId, settings, count, total };
      await this.files.insert(tx, { ...record, at, by: actorId(actor) });
      for (const debit of debits) {
        const entry = { id: newId(at), fileId: id, debit };
        await this.entries.insert(tx, asTenantId(debit.tenantId), entry);
      }
      await this.writer.write(tx, await this.files.lock(tx, id));
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.prepared',
        subject: { kind: 'debit-file', id },
        details: { count, total },
      });
      return id;
    });
  }
}
