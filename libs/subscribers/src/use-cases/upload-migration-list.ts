import { createHash } from 'node:crypto';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database, isDuplicate } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { readCsv } from '../domain/csv.js';
import { missingColumns, mostRows, readMigrationList } from '../domain/migration-list.js';
import { FormStore } from '../store/form-store.js';
import { MigrationListStore } from '../store/migration-list-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

const shownProblems = 1000;
const chunk = 1000;

interface Upload {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly newsletterId: string;
  readonly file: Buffer;
}

/** Takes a list of readers from elsewhere. Nobody is asked before it is declared and an operator agrees. @clause D-13 */
@Injectable()
export class UploadMigrationList {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
    private readonly lists: MigrationListStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id. @throws BusinessError subscribers.no-newsletter, .no-form, .bad-list, .list-too-long, .list-known */
  async execute({ tenantId, actor, newsletterId, file }: Upload): Promise<string> {
    const table = readCsv(decode(file));
    const missing = missingColumns(table[0] ?? []);
    if (missing.length > 0)
      throw subscriberErrors.badList({ params: { columns: missing.join(', ') } });
    if (table.length - 1 > mostRows) throw subscriberErrors.listTooLong();
    const uploadedAt = this.clock.now();
    const id = newId(uploadedAt);
    const fileSha256 = createHash('sha256').update(file).digest();
    await this.database.inTenant(tenantId, async (tx) => {
      const newsletter = await this.newsletters.get(tx, tenantId, newsletterId);
      if (!newsletter) throw subscriberErrors.noNewsletter();
      const { publishedForm } = newsletter;
      const form = publishedForm
        ? await this.forms.version(tx, tenantId, newsletterId, publishedForm)
        : null;
      if (!form) throw subscriberErrors.noForm();
      const { rows, problems } = readMigrationList(table, form.content.fields, jstDate(uploadedAt));
      await this.lists
        .insert(tx, tenantId, {
          id,
          newsletterId,
          fileSha256,
          rowCount: rows.length,
          problems: problems.slice(0, shownProblems),
          problemCount: problems.length,
          uploadedAt,
        })
        .catch((error: unknown) => {
          throw isDuplicate(error) ? subscriberErrors.listKnown() : error;
        });
      for (let start = 0; start < rows.length; start += chunk)
        await this.lists.insertRows(tx, tenantId, id, rows.slice(start, start + chunk));
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'migration-list.uploaded',
        subject: { kind: 'migration-list', id },
        details: { rows: rows.length, refused: problems.length },
      });
    });
    return id;
  }
}

/** UTF-8, or what spreadsheets in Japan write. */
const decode = (file: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('shift_jis').decode(file);
  }
};
