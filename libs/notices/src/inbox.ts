import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { noticesErrors } from './notices.errors.js';
import { InboxStore } from './store/inbox.store.js';
import type { InboxEntry, InboxNotice } from './store/inbox.store.js';
import type { NoticeDocument } from './store/documents.store.js';

/** The inbox of a tenant's portal, for the library that serves it. @clause W22.1 */
@Injectable()
export class Inbox {
  constructor(
    private readonly inbox: InboxStore,
    private readonly clock: Clock,
  ) {}

  list(tx: Tx, tenantId: TenantId, limit: number, from?: Position): Promise<InboxEntry[]> {
    return this.inbox.list(tx, tenantId, limit, from);
  }

  unread(tx: Tx, tenantId: TenantId): Promise<number> {
    return this.inbox.unread(tx, tenantId);
  }

  /** @throws BusinessError notices.not-found */
  async get(tx: Tx, tenantId: TenantId, id: string): Promise<InboxNotice> {
    const notice = await this.inbox.find(tx, tenantId, id);
    if (!notice) throw noticesErrors.notFound();
    return notice;
  }

  /** @throws BusinessError notices.not-found */
  async document(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    position: number,
  ): Promise<NoticeDocument> {
    const document = await this.inbox.document(tx, tenantId, id, position);
    if (!document) throw noticesErrors.notFound();
    return document;
  }

  /** @throws BusinessError notices.not-found */
  async markRead(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    if (!(await this.inbox.read(tx, tenantId, id, this.clock.now())))
      throw noticesErrors.notFound();
  }
}
