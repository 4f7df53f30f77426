import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { PostMail } from './post-mail.js';
import { ReadReader } from './read-reader.js';

/** Says that the confirmation has arrived, and how to change one's mind. */
@Injectable()
export class SendWelcome {
  constructor(
    private readonly database: Database,
    private readonly readers: ReadReader,
    private readonly post: PostMail,
  ) {}

  async execute(data: {
    tenantId: string;
    subscriptionId: string;
    requestId: string;
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
      template: 'welcome',
      values: { unsubscribe: links.unsubscribePage, preferences: links.preferences },
      key: data.requestId,
      headers: {
        'List-Unsubscribe': `<${links.oneClick}>, <${links.mailto}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  }
}
