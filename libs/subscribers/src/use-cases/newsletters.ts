import type { Locale, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldDefinition } from '../domain/form-field.js';
import { FormStore } from '../store/form-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';

export interface Newsletter {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** What stands in List-Id; never changes. @rfc 2919 */
  readonly listId: string;
  readonly locale: Locale;
  /** Of the form that is published now; none before the first. */
  readonly fields: readonly FieldDefinition[];
}

/** Reads newsletters for libraries on higher floors. */
@Injectable()
export class Newsletters {
  constructor(
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
  ) {}

  /** In the order asked for; unknown ids are missing from the answer. */
  async get(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<Newsletter[]> {
    const rows = await this.newsletters.many(tx, tenantId, ids);
    const shown = await this.forms.shown(tx, tenantId, rows);
    return ids.flatMap((id) => {
      const row = rows.find((each) => each.id === id);
      if (!row) return [];
      const { slug, title, listId, locale } = row;
      return { id, slug, title, listId, locale, fields: shown.get(id)?.content.fields ?? [] };
    });
  }
}
