import { createHash } from 'node:crypto';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DebitOutcomes } from '../debit-outcomes.js';
import { debitRecordLength } from '../domain/debit/debit-records.js';
import { readResultFile } from '../domain/debit/result-file.js';
import type { ResultReading } from '../domain/debit/result-file.js';
import { importRefusal, importRefusalTexts } from '../domain/debit/result-import.js';
import { resultProblemTexts } from '../domain/debit/result-problem.js';
import { splitRecords } from '../domain/zengin/framing.js';
import { DebitEntries, remaining } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface ResultFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly actor: Actor;
}

interface ResultCounts {
  readonly settled: number;
  readonly failed: number;
  /** Left to a person. */
  readonly unclear: number;
}

type Results = Extract<ResultReading, { readonly results: unknown }>['results'];

/**
 * Takes in the bank's answer to a debit file, whole or not at all and once: every debit must be there as it was sent,
 * and the sums must be those of the results. A code that nobody knows leaves its debit to a person.
 * @clause W6.1
 */
@Injectable()
export class ImportDebitResult {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly outcomes: DebitOutcomes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.result-refused, payments.result-repeated, payments.debit-file-state */
  execute({ id, bytes, actor }: ResultFile): Promise<ResultCounts> {
    return this.database.asSystem(async (tx) => {
      const file = await this.files.lock(tx, id);
      const sha256 = createHash('sha256').update(bytes).digest();
      const given = { hash: sha256.toString('hex'), exportId: id };
      const repeated = importRefusal(given, await this.files.results(tx));
      if (repeated) throw paymentsErrors.resultRepeated({ params: importRefusalTexts[repeated] });
      if (file.state !== 'handed-over') throw paymentsErrors.debitFileState();
      const results = resultsIn(readResultFile(bytes, await this.sent(tx, id)));
      await this.files.answer(tx, id, { bytes, sha256, at: this.clock.now() });
      const byCustomer = new Map(results.map((result) => [result.customerNumber, result]));
      for (const entry of remaining(await this.entries.ofFile(tx, id))) {
        const result = byCustomer.get(entry.customerNumber);
        if (!result) throw new Error('a result that was read answers every debit');
        await this.outcomes.apply(tx, entry, result.code, file.debitDate);
      }
      const counts = countsOf(results);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.answered',
        subject: { kind: 'debit-file', id },
        details: { ...counts },
      });
      return counts;
    });
  }

  private async sent(tx: Tx, id: string): Promise<readonly Uint8Array[]> {
    const split = splitRecords(await this.files.bytes(tx, id), debitRecordLength);
    if ('problem' in split) throw new Error('a file that was written has whole records');
    return split.records;
  }
}

const resultsIn = (reading: ResultReading): Results => {
  if ('results' in reading) return reading.results;
  const { refused, record, field = '–' } = reading;
  throw paymentsErrors.resultRefused({
    field: 'content',
    params: { ...resultProblemTexts[refused], record, item: field },
  });
};

const countsOf = (results: Results): ResultCounts => {
  const count = (invoice: Results[number]['outcome']['invoice']): number =>
    results.filter(({ outcome }) => outcome.invoice === invoice).length;
  return {
    settled: count('debit-succeeded'),
    failed: count('debit-failed'),
    unclear: count('debit-unclear'),
  };
};
