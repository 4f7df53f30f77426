import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { PostMail } from './post-mail.js';
import { ReadReader } from './read-reader.js';

/** Tells an active reader, and nobody else, that somebody wished to join with an address that reads already. */
@Injectable()
export class SendAlreadyRegistered {
  constructor(
    private readonly database: Database,
    private readonly readers: ReadReader,
    private readonly post: PostMail,
  ) {}

  async execute(data: {
    tenantId: string;
    subscriptionId: string;
    askedId: string;
    isAnswer?: boolean;
  }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const reader = await this.database.inTenant(tenantId, (tx) =>
      this.readers.within(tx, tenantId, data.subscriptionId),
    );
    if (!reader) return;
    const { head, to, links } = reader;
    await this.post.execute({
      head,
      to,
      template: 'already-registered',
      values: { unsubscribe: links.unsubscribePage, preferences: links.preferences },
      key: data.askedId,
      isAnswer: data.isAnswer ?? false,
    });
  }
}
