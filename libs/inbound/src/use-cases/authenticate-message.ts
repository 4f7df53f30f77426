import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import type { AuthenticateResult } from 'mailauth';
import { Resolver } from 'node:dns/promises';
import type { Authentication } from '../domain/authentication.js';
import type { TakenMessage } from '../domain/inbound-message.js';

const lookupMs = 2_000;
const wholeMs = 20_000;

/** Finds out whether a message comes from where it says. @rfc 7208, 6376, 9989 */
@Injectable()
export class AuthenticateMessage {
  private readonly resolver = new Resolver({ timeout: lookupMs, tries: 2 });

  constructor(private readonly config: Config) {
    const servers = config.get('DNS_SERVERS');
    if (servers.length > 0) this.resolver.setServers(servers);
  }

  /** Null when there was no telling in time. Never throws: a name server that is away must hold up no mail. */
  async execute({ raw, client, mailFrom }: TakenMessage): Promise<Authentication | null> {
    // Large: loaded by the process that receives, not by every one that has this library.
    const { authenticate } = await import('mailauth');
    const work = authenticate(raw, {
      sender: mailFrom,
      mta: this.config.get('MAIL_DOMAIN'),
      ...(client && { ip: client.ip, helo: client.helo }),
      resolver: (name: string, type: string) =>
        this.resolver.resolve(name, type) as Promise<string[] | string[][]>,
      disableArc: true,
      disableBimi: true,
    }).then((result: AuthenticateResult) => read(result, client !== null));
    return within(wholeMs, work).catch(() => null);
  }
}

const read = ({ spf, dkim, dmarc }: AuthenticateResult, hasClient: boolean): Authentication => ({
  spf: hasClient && spf ? spf.status.result : 'skipped',
  spfDomain: (hasClient && spf && spf.domain) || null,
  dkim: dkim.results
    .filter(({ signingDomain }) => signingDomain)
    .map(({ signingDomain, status }) => ({ domain: signingDomain, result: status.result })),
  dmarc: dmarc ? dmarc.status.result : 'none',
  policy: (dmarc && dmarc.policy) || null,
});

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('took too long'));
    }, ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};
