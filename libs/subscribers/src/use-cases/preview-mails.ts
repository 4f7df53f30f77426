import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { FormStore } from '../store/form-store.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { Letterheads } from './letterhead.js';
import { MailTexts, mailTemplates } from './mail-texts.js';
import type { MailTemplate } from './mail-texts.js';

export interface PreviewedMail {
  readonly mail: MailTemplate;
  readonly subject: string;
  readonly text: string;
}

/** Shows all mails around a sign-up as readers get them, with links that lead nowhere. */
@Injectable()
export class PreviewMails {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly letterheads: Letterheads,
    private readonly forms: FormStore,
    private readonly texts: MailTexts,
  ) {}

  /** With the words of the draft where there is one. @throws BusinessError subscribers.no-newsletter */
  async execute(tenantId: TenantId, newsletterId: string): Promise<PreviewedMail[]> {
    const { head, content } = await this.database.inTenant(tenantId, async (tx) => {
      const found = await this.letterheads.read(tx, tenantId, newsletterId);
      if (!found) throw subscriberErrors.noNewsletter();
      const [newest] = await this.forms.versions(tx, tenantId, newsletterId);
      return { head: found, content: newest?.content };
    });
    const site = this.config.publicUrl;
    const values = {
      words: content?.welcome?.[head.newsletter.locale].trim() ?? '',
      link: `${site}/confirm/…`,
      undo: `${site}/undo/…`,
      preferences: `${site}/preferences/…`,
      unsubscribe: `${site}/u/…`,
      titles: [head.newsletter.title],
    };
    return mailTemplates.map((mail) => ({ mail, ...this.texts.render(mail, head, values) }));
  }
}
