import { createHash } from 'node:crypto';
import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { writeRefundFile } from '../domain/refund/refund-file.js';
import type { RefundFile } from '../domain/refund/refund-file.js';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { RefundFiles } from '../store/refund-files.store.js';
import { Refunds } from '../store/refunds.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface RefundOrder {
  readonly bankProfileId: string;
  /** The day on which the bank pays. */
  readonly payOn: PlainDate;
  readonly actor: Actor;
}

/** Writes every approved refund into one file for the bank (総合振込). Gives the file's id. @clause W4.7 */
@Injectable()
export class OrderRefunds {
  constructor(
    private readonly database: Database,
    private readonly profiles: BankProfiles,
    private readonly refunds: Refunds,
    private readonly files: RefundFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.nothing-to-refund, payments.refund-file-problem */
  execute({ bankProfileId, payOn, actor }: RefundOrder): Promise<string> {
    return this.database.asSystem(async (tx) => {
      const { settings } = await this.profiles.get(tx, bankProfileId);
      const approved = await this.refunds.toOrder(tx);
      if (approved.length === 0) throw paymentsErrors.nothingToRefund();
      const entries = approved.map(({ account, amount }, i) => ({
        ...account,
        amount,
        customerCode: String(i + 1),
      }));
      const { collector, profile } = settings;
      const { bytes, count, total } = written(writeRefundFile(collector, payOn, entries, profile));
      const madeAt = this.clock.now();
      const id = newId(madeAt);
      const sha256 = createHash('sha256').update(bytes).digest();
      const made = { madeAt, madeBy: actorId(actor) };
      await this.files.insert(tx, { id, payOn, ...made, bytes, sha256, count, total });
      for (const refund of approved) await this.refunds.order(tx, refund.tenantId, refund.id, id);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'refund-file.made',
        subject: { kind: 'refund-file', id },
        details: { count, total },
      });
      return id;
    });
  }
}

const written = (file: ReturnType<typeof writeRefundFile>): RefundFile => {
  if ('bytes' in file) return file;
  const [first] = file.problems;
  throw paymentsErrors.refundFileProblem({
    field: first?.field === 'payDay' ? 'payOn' : undefined,
    params: {
      record: first?.record ?? 0,
      item: first?.field ?? '',
      problem: first?.problem ?? '',
    },
  });
};
