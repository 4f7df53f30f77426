import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { DnsLookup } from '../dns/dns-lookup.js';
import type { DkimKey } from '../domain/dkim-key.js';
import { walkDmarc } from '../domain/dmarc-walk.js';
import type { DomainSurvey } from '../domain/judge-sending-domain.js';
import { selectorName } from '../domain/sending-domain.js';
import { inspectSpf } from '../domain/spf-inspection.js';

/** Asks the DNS everything that decides whether mails from a domain are believed. */
@Injectable()
export class SurveySendingDomain {
  constructor(
    private readonly dns: DnsLookup,
    private readonly config: Config,
  ) {}

  async execute(domain: string, keys: readonly DkimKey[]): Promise<DomainSurvey> {
    const mailDomain = this.config.get('MAIL_DOMAIN');
    const { txt, mx } = this.dns;
    const shown = keys.filter(({ state }) => state === 'pending' || state === 'active');
    const [answers, spf, mailDomainSpf, dmarc, mailDomainDmarc, mailDomainMx] = await Promise.all([
      Promise.all(
        shown.map(async (key) => ({ key, answer: await txt(selectorName(key.selector, domain)) })),
      ),
      inspectSpf(domain, txt),
      inspectSpf(mailDomain, txt),
      walkDmarc(domain, txt),
      walkDmarc(mailDomain, txt),
      mx(mailDomain),
    ]);
    return {
      domain,
      mailDomain,
      keys: answers,
      spf,
      mailDomainSpf,
      dmarc,
      mailDomainDmarc,
      mailDomainMx,
    };
  }
}
