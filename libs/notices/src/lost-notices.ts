import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { noticesErrors } from './notices.errors.js';
import { DocumentsStore } from './store/documents.store.js';
import { LostNoticesStore } from './store/lost-notices.store.js';
import type { LostNotice } from './store/lost-notices.store.js';
import { NoticesStore } from './store/notices.store.js';
import { PostNotice } from './use-cases/post-notice.js';
import type { Addressee } from './use-cases/post-notice.js';

/** Notices that came back, for the library that knows where else the tenant can be told. @clause W22.1 @decision D-15 */
@Injectable()
export class LostNotices {
  constructor(
    private readonly lost: LostNoticesStore,
    private readonly notices: NoticesStore,
    private readonly documents: DocumentsStore,
    private readonly post: PostNotice,
    private readonly clock: Clock,
  ) {}

  /** Those of the kinds that begin so and that wait for somebody; in the system's transaction. */
  list(tx: Tx, kinds: string): Promise<LostNotice[]> {
    return this.lost.list(tx, kinds);
  }

  /** One that waits, locked until the transaction ends. */
  find(tx: Tx, tenantId: TenantId, id: string): Promise<LostNotice | undefined> {
    return this.lost.hold(tx, tenantId, id);
  }

  /** Says the same once more, by that way. Gives the id of the new notice. @throws BusinessError notices.not-lost */
  async repeat(tx: Tx, tenantId: TenantId, id: string, to: Addressee): Promise<string> {
    await this.held(tx, tenantId, id);
    const notice = await this.notices.find(tx, id);
    if (!notice) throw noticesErrors.notLost();
    const { kind, template, locale, subject, body } = notice;
    return this.post.within(tx, {
      tenantId,
      kind,
      locale,
      subject,
      text: body ?? '',
      ...(template !== null && { template }),
      attachments: await this.documents.of(tx, id),
      repeatOf: id,
      ...to,
    });
  }

  /** Nothing more is done about it. @throws BusinessError notices.not-lost */
  async letBe(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await this.held(tx, tenantId, id);
    await this.lost.letBe(tx, tenantId, id, this.clock.now());
  }

  private async held(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    if (!(await this.lost.hold(tx, tenantId, id))) throw noticesErrors.notLost();
  }
}
