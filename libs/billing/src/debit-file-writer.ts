import { createHash } from 'node:crypto';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DebitEntry } from './domain/debit/debit-request.js';
import { requestProblemTexts, writeRequestFile } from './domain/debit/request-file.js';
import type { RequestFile } from './domain/debit/request-file.js';
import { DebitEntries, remaining } from './store/debit-entries.store.js';
import { DebitFiles } from './store/debit-files.store.js';
import type { DebitFile } from './store/debit-files.store.js';
import { Mandates } from './store/mandates.store.js';
import { paymentsErrors } from './payments.errors.js';

/** Writes the bytes of a debit file from its entries; accounts are opened here and nowhere else. */
@Injectable()
export class DebitFileWriter {
  constructor(
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly mandates: Mandates,
  ) {}

  /** Keeps the bytes with their hash. @throws BusinessError payments.debit-file-problem */
  async write(tx: Tx, { id, debitDate, settings }: DebitFile): Promise<RequestFile> {
    const entries: DebitEntry[] = [];
    for (const debit of remaining(await this.entries.ofFile(tx, id))) {
      const { tenantId, mandateId, amount, customerNumber, occasion } = debit;
      const account = await this.mandates.account(tx, tenantId, mandateId);
      entries.push({ ...account, amount, customerNumber, occasion });
    }
    const { collector, profile } = settings;
    const file = writeRequestFile({ collector, debitDate, entries }, profile);
    if (!('bytes' in file)) {
      const [first] = file.problems;
      const texts = requestProblemTexts[first?.problem ?? 'empty'];
      throw paymentsErrors.debitFileProblem({
        params: { ...texts, record: first?.record ?? 0, item: first?.field ?? '' },
      });
    }
    const sha256 = createHash('sha256').update(file.bytes).digest();
    const { bytes, count, total } = file;
    await this.files.keepBytes(tx, id, { bytes, sha256, count, total });
    return file;
  }
}
