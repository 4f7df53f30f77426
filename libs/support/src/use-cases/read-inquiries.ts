import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Inquiry } from '../domain/inquiry.js';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

interface Wanted {
  readonly openOnly: boolean;
  readonly size: number;
  readonly cursor: string | undefined;
}

/** Inquiries as operators read them. */
@Injectable()
export class ReadInquiries {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
  ) {}

  /** The newest first. @throws BusinessError request.bad-cursor */
  async page({ openOnly, size, cursor }: Wanted): Promise<PageOf<Inquiry>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) =>
      this.inquiries.page(tx, { openOnly }, size, after),
    );
    return pageOf(rows, size, ({ id, arrivedAt }) => ({ id, sort: arrivedAt.toISOString() }));
  }

  /** @throws BusinessError support.no-inquiry */
  async one(id: string): Promise<Inquiry> {
    const inquiry = await this.database.asSystem((tx) => this.inquiries.get(tx, id));
    if (!inquiry) throw supportErrors.noInquiry();
    return inquiry;
  }

  /** The letter as it came. @throws BusinessError support.no-inquiry */
  async raw(id: string): Promise<Buffer> {
    const raw = await this.database.asSystem((tx) => this.inquiries.raw(tx, id));
    if (!raw) throw supportErrors.noInquiry();
    return raw;
  }
}
