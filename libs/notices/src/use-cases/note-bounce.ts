import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { noticeOfReturnPath } from '../domain/return-path.js';
import { noticeBounced } from '../notices.facts.js';
import { NoticesStore } from '../store/notices.store.js';

/** Notes that a notice by mail came back, so that it has not arrived. */
@Injectable()
export class NoteBounce {
  constructor(
    private readonly notices: NoticesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * For whoever takes mail in; in a transaction of the system.
   * @param recipient the address that the report of a failed delivery came to
   * @returns whether it is the return path of a notice
   */
  async within(tx: Tx, recipient: string): Promise<boolean> {
    const noticeId = noticeOfReturnPath(recipient);
    if (noticeId === undefined) return false;
    const bounced = await this.notices.bounce(tx, noticeId, this.clock.now());
    if (bounced?.tenantId)
      await this.outbox.tell(tx, noticeBounced, { tenantId: bounced.tenantId, noticeId });
    return true;
  }
}
