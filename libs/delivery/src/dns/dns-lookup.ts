import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { Resolver } from 'node:dns/promises';
import type { DnsAnswer } from '../domain/dns-answer.js';

/** Two tries of this length a server: who checks a domain waits for the answer. */
const timeoutMs = 2000;
const tries = 2;

/** Asks the DNS itself, past any local list of hosts. Never throws: no answer is an answer too. */
@Injectable()
export class DnsLookup {
  private readonly resolver = new Resolver({ timeout: timeoutMs, tries });

  constructor(config: Config) {
    const servers = config.get('DNS_SERVERS');
    if (servers.length > 0) this.resolver.setServers(servers);
  }

  /** Texts of a name, the pieces of each put together. */
  readonly txt = (name: string): Promise<DnsAnswer<string>> =>
    answered(async () => (await this.resolver.resolveTxt(name)).map((pieces) => pieces.join('')));

  /** Mail servers of a name, the preferred one first. @rfc 7505 a null MX is none */
  readonly mx = (name: string): Promise<DnsAnswer<string>> =>
    answered(async () =>
      (await this.resolver.resolveMx(name))
        .filter(({ exchange }) => exchange !== '' && exchange !== '.')
        .sort((a, b) => a.priority - b.priority)
        .map(({ priority, exchange }) => `${priority} ${exchange}`),
    );
}

const absent = ['ENODATA', 'ENOTFOUND'];

const answered = async (ask: () => Promise<string[]>): Promise<DnsAnswer<string>> => {
  try {
    const values = await ask();
    return values.length > 0 ? { kind: 'found', values } : { kind: 'none' };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return { kind: absent.includes(code) ? 'none' : 'failed' };
  }
};
