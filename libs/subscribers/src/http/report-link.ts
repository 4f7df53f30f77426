import type { Locale } from '#lib/kernel';
import { Secrets, sealReference } from '#platform/secrets';
import { Injectable } from '@nestjs/common';

/** The way from the pages behind a mail's footer to the desk for abuse. It names the campaign and nobody’s address. */
@Injectable()
export class ReportLink {
  constructor(private readonly secrets: Secrets) {}

  of(
    tenant: { readonly id: string; readonly slug: string },
    campaignId: string | null,
    locale: Locale,
  ): string {
    const query = new URLSearchParams({ sender: tenant.slug, lang: locale });
    if (campaignId) query.set('mail', sealReference(this.secrets, 'report', tenant.id, campaignId));
    return `/report?${query.toString()}`;
  }
}
