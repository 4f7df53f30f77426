import type { Locale, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { NoticeDocument } from './documents.store.js';

/** A letter on its way from the printer to the addressee. */
export interface Letter {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly kind: string;
  readonly locale: Locale;
  readonly name: string;
  readonly postalAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly postedAt: Date;
  readonly printedAt: Date | null;
  readonly sentAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly bouncedAt: Date | null;
}

const columns = `id, tenant_id AS "tenantId", kind, locale, to_name AS name, postal_address AS "postalAddress",
  subject, coalesce(body, '') AS text, posted_at AS "postedAt", printed_at AS "printedAt", sent_at AS "sentAt",
  arrived_at AS "arrivedAt", bounced_at AS "bouncedAt"`;

/** In the system's transactions. */
@Injectable()
export class LettersStore {
  /** Those that have neither arrived nor come back, oldest first. */
  underWay(tx: Tx): Promise<Letter[]> {
    return tx.query<Letter>(
      `SELECT ${columns} FROM notices
       WHERE channel = 'letter' AND arrived_at IS NULL AND bounced_at IS NULL ORDER BY posted_at, id LIMIT 1000`,
    );
  }

  /** Locked until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<Letter | undefined> {
    const [letter] = await tx.query<Letter>(
      `SELECT ${columns} FROM notices WHERE channel = 'letter' AND id = $1 FOR UPDATE`,
      [id],
    );
    return letter;
  }

  async document(tx: Tx, id: string): Promise<NoticeDocument | undefined> {
    const [document] = await tx.query<NoticeDocument>(
      'SELECT name, type, content FROM notice_documents WHERE notice_id = $1 ORDER BY position LIMIT 1',
      [id],
    );
    return document;
  }

  async note(
    tx: Tx,
    id: string,
    what: 'printed_at' | 'sent_at' | 'arrived_at' | 'bounced_at',
    at: Date,
  ): Promise<void> {
    await tx.execute(`UPDATE notices SET ${what} = coalesce(${what}, $2) WHERE id = $1`, [id, at]);
  }
}
