import type { TenantId } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { NewsletterRow } from './newsletter.row.js';

export type NewNewsletter = Pick<
  NewsletterRow,
  'id' | 'slug' | 'title' | 'listId' | 'locale' | 'createdAt'
>;

@Injectable()
export class NewsletterStore {
  async insert(tx: Tx, tenantId: TenantId, row: NewNewsletter): Promise<void> {
    await tx.rows(NewsletterRow).insert({ ...row, tenantId, version: 1 });
  }

  get(tx: Tx, tenantId: TenantId, id: string): Promise<NewsletterRow | null> {
    return tx.rows(NewsletterRow).findOneBy({ tenantId, id, archivedAt: IsNull() });
  }

  /** Makes other changes of its forms wait. False when there is no such newsletter. */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM newsletters WHERE tenant_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE`,
      [tenantId, id],
    );
    return rows.length > 0;
  }

  bySlug(tx: Tx, tenantId: TenantId, slug: string): Promise<NewsletterRow | null> {
    return tx.rows(NewsletterRow).findOneBy({ tenantId, slug, archivedAt: IsNull() });
  }

  many(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<NewsletterRow[]> {
    return tx.rows(NewsletterRow).findBy({ tenantId, id: In([...ids]) });
  }

  /** All that people can sign up for, by title. */
  open(tx: Tx, tenantId: TenantId): Promise<NewsletterRow[]> {
    return tx.rows(NewsletterRow).find({
      where: { tenantId, archivedAt: IsNull() },
      order: { title: 'ASC', id: 'ASC' },
    });
  }

  /** One more than `limit`, newest first. */
  async page(
    tx: Tx,
    tenantId: TenantId,
    limit: number,
    after: Position | undefined,
  ): Promise<NewsletterRow[]> {
    const query = tx
      .rows(NewsletterRow)
      .createQueryBuilder('n')
      .where('n.tenant_id = :tenantId AND n.archived_at IS NULL', { tenantId })
      .orderBy('n.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('n.id < :id', { id: after.id });
    return query.getMany();
  }

  /** False when somebody changed the newsletter first. */
  async change(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    version: number,
    set: Partial<Pick<NewsletterRow, 'title' | 'archivedAt'>>,
  ): Promise<boolean> {
    const { affected } = await tx
      .rows(NewsletterRow)
      .update(
        { tenantId, id, version, archivedAt: IsNull() },
        { ...set, version: () => 'version + 1' },
      );
    return affected === 1;
  }

  async setPublishedForm(tx: Tx, tenantId: TenantId, id: string, number: number): Promise<void> {
    await tx.rows(NewsletterRow).update({ tenantId, id }, { publishedForm: number });
  }

  /** Finds a newsletter by the last ten hexadecimal digits of its id. */
  async idByTail(tx: Tx, tenantId: TenantId, tail: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM newsletters WHERE tenant_id = $1 AND right(id::text, 10) = $2`,
      [tenantId, tail],
    );
    return row?.id ?? null;
  }

  async hasReaders(tx: Tx, tenantId: TenantId, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM subscriptions WHERE tenant_id = $1 AND newsletter_id = $2 AND status IN ('pending', 'active') LIMIT 1`,
      [tenantId, id],
    );
    return rows.length > 0;
  }
}
