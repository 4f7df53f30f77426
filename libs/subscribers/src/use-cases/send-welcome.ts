import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { FormStore } from '../store/form-store.js';
import type { Letterhead } from './letterhead.js';
import { PostMail } from './post-mail.js';
import { ReadReader } from './read-reader.js';

/** Says that the confirmation has arrived, and how to change one's mind. */
@Injectable()
export class SendWelcome {
  constructor(
    private readonly database: Database,
    private readonly readers: ReadReader,
    private readonly forms: FormStore,
    private readonly post: PostMail,
  ) {}

  async execute(data: {
    tenantId: string;
    subscriptionId: string;
    requestId: string;
  }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const welcome = await this.database.inTenant(tenantId, async (tx) => {
      const reader = await this.readers.within(tx, tenantId, data.subscriptionId);
      return reader && { ...reader, words: await this.words(tx, tenantId, reader.head) };
    });
    if (!welcome) return;
    const { head, to, links, words } = welcome;
    await this.post.execute({
      head,
      to,
      template: 'welcome',
      values: { words, unsubscribe: links.unsubscribePage, preferences: links.preferences },
      key: data.requestId,
      headers: {
        'List-Unsubscribe': `<${links.oneClick}>, <${links.mailto}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  }

  /** What the tenant itself says to new readers; empty for nothing. */
  private async words(tx: Tx, tenantId: TenantId, { newsletter }: Letterhead): Promise<string> {
    const { id, publishedForm, locale } = newsletter;
    if (publishedForm === null) return '';
    const form = await this.forms.version(tx, tenantId, id, publishedForm);
    return form?.content.welcome?.[locale].trim() ?? '';
  }
}
