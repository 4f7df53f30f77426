import type { Locale } from '#lib/kernel';
import { Pages } from '#platform/http';
import { localeOf } from '#platform/i18n';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Brand } from '../use-cases/read-brand.js';

type Named = Pick<Brand, 'newsletter'> & { readonly tenant: { readonly name: string } };

/** Shows a page in a tenant's name, in the reader's language, with a way to the other one. */
@Injectable()
export class PublicPage {
  constructor(private readonly pages: Pages) {}

  localeOf(request: Request): Locale {
    return localeOf(request.query['lang'], request.headers['accept-language']);
  }

  show(
    request: Request,
    response: Response,
    template: string,
    { tenant, newsletter, ...values }: Named & Readonly<Record<string, unknown>>,
  ): void {
    const locale = this.localeOf(request);
    const page = {
      brand: tenant.name,
      newsletter: newsletter?.title,
      otherLocale: locale === 'ja' ? 'en' : 'ja',
      ...values,
    };
    this.pages.send(response, template, page, locale);
  }
}
