import type { Locale } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Liquid } from 'liquidjs';

export type MailTemplate =
  'confirmation' | 'migration-confirmation' | 'already-registered' | 'welcome' | 'goodbye';

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
    locale: Locale,
    values: object,
  ): { subject: string; text: string } {
    const rendered = this.engine.renderFileSync(`${template}.${locale}.liquid`, values) as string;
    const end = rendered.indexOf('\n');
    return { subject: oneLine(rendered.slice(0, end)), text: rendered.slice(end).trim() + '\n' };
  }
}

/** Names of tenants and newsletters go into it; a header is one line whatever they hold. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();
