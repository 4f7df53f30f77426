import { Injectable } from '@nestjs/common';
import { Liquid } from 'liquidjs';
import type { Letterhead } from './letterhead.js';

export const mailTemplates = [
  'confirmation',
  'migration-confirmation',
  'welcome',
  'already-registered',
  'goodbye',
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/** The texts of the mails around a subscription. A template's first line is the subject. */
@Injectable()
export class MailTexts {
  private readonly engine = new Liquid({
    root: `${import.meta.dirname}/../mails`,
    cache: true,
    ownPropertyOnly: true,
  });

  render(
    template: MailTemplate,
    { tenant, newsletter, sender }: Letterhead,
    values: object,
  ): { subject: string; text: string } {
    const rendered = this.engine.renderFileSync(`${template}.${newsletter.locale}.liquid`, {
      tenant: tenant.name,
      newsletter: newsletter.title,
      sender: sender.senderName,
      legal: sender.legal,
      ...values,
    }) as string;
    const end = rendered.indexOf('\n');
    return { subject: oneLine(rendered.slice(0, end)), text: rendered.slice(end).trim() + '\n' };
  }
}

/** Names of tenants and newsletters go into it; a header is one line whatever they hold. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();
