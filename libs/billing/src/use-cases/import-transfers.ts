import { createHash } from 'node:crypto';
import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { readTransfers } from '../domain/transfer/read-transfers.js';
import type { TransferFormat } from '../domain/transfer/read-transfers.js';
import { repeatedTransfers } from '../domain/transfer/repeated-transfers.js';
import type { Transfer } from '../domain/transfer/transfer-notice.js';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { TransferImports } from '../store/transfer-imports.store.js';
import { Transfers } from '../store/transfers.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { MatchTransfers } from './match-transfers.js';

interface TransferFile {
  readonly bankProfileId: string;
  readonly format: TransferFormat;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly actor: Actor;
}

interface Imported {
  readonly id: string;
  readonly count: number;
  /** Known at once; the others wait for a person. */
  readonly matched: number;
  /** Told of by an earlier file, and set aside. */
  readonly repeated: number;
}

/**
 * Takes in a bank's file of transfers, whole or not at all and never twice, and matches what it can. What an earlier
 * file has told of is set aside.
 * @clause W4.1, W6.1
 */
@Injectable()
export class ImportTransfers {
  constructor(
    private readonly database: Database,
    private readonly profiles: BankProfiles,
    private readonly imports: TransferImports,
    private readonly transfers: Transfers,
    private readonly matchTransfers: MatchTransfers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.unreadable-file, payments.same-file, payments.no-csv-profile */
  execute({ bankProfileId, format, fileName, bytes, actor }: TransferFile): Promise<Imported> {
    return this.database.asSystem(async (tx) => {
      const { settings } = await this.profiles.get(tx, bankProfileId);
      const importedAt = this.clock.now();
      const found = transfersIn(readTransfers(bytes, format, settings, jstDate(importedAt)));
      await this.imports.lock(tx, bankProfileId);
      const days = found.map(({ bookedOn }) => bookedOn);
      const told = await this.transfers.told(tx, bankProfileId, days);
      const repeated = repeatedTransfers(found, told);
      const id = newId(importedAt);
      const total = found.reduce((sum, { amount }) => sum + amount, 0);
      const count = found.length;
      const kept = { bytes, sha256: createHash('sha256').update(bytes).digest() };
      const by = actorId(actor);
      await this.imports.add(
        tx,
        { id, bankProfileId, fileName, importedAt, count, total },
        { ...kept, by },
      );
      const rows = found.map((transfer, position) => {
        const repeatsId = repeated.get(position)?.id ?? null;
        return { id: newId(importedAt), position, repeatsId, transfer };
      });
      await this.transfers.add(tx, id, rows);
      const fresh = rows.filter(({ repeatsId }) => repeatsId === null);
      const matched = await this.matchTransfers.within(
        tx,
        fresh.map((row) => row.id),
      );
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'transfers.imported',
        subject: { kind: 'transfer-import', id },
        details: { count, total, matched, repeated: repeated.size },
      });
      return { id, count, matched, repeated: repeated.size };
    });
  }
}

const transfersIn = (reading: ReturnType<typeof readTransfers>): readonly Transfer[] => {
  if (!reading) throw paymentsErrors.noCsvProfile({ field: 'format' });
  if ('transfers' in reading) return reading.transfers;
  const { reason, record, field } = reading;
  throw paymentsErrors.unreadableFile({
    field: 'content',
    params: { ja: reason.ja, en: reason.en, record, item: field },
  });
};
