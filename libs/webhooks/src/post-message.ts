import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { HostNames } from './host-names.js';
import { isPublicAddress } from './is-public-address.js';

/** What came of a try: a status, or why there was none. */
export type Answer =
  | { readonly status: number }
  | { readonly problem: 'address-not-public' | 'no-answer' | 'timeout' };

const patienceMs = 10_000;
const closedAddress = 'EADDRNOTPUBLIC';

/**
 * Sends one message over HTTP. The address is checked when the connection is made, so that a name cannot point
 * elsewhere afterwards; redirects are not followed; of the answer only the status is read.
 */
@Injectable()
export class PostMessage {
  private readonly anywhere: boolean;

  constructor(
    config: Config,
    private readonly names: HostNames,
  ) {
    this.anywhere = config.get('WEBHOOKS_TO_PRIVATE_NETWORKS');
  }

  execute(
    target: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<Answer> {
    const url = new URL(target);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !this.mayReach(host))
      return Promise.resolve({ problem: 'address-not-public' });
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const call = request(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json', 'User-Agent': 'Hikyaku' },
          lookup: this.lookup,
          agent: false,
          signal: AbortSignal.timeout(patienceMs),
        },
        (response) => {
          resolve({ status: response.statusCode ?? 0 });
          response.destroy();
        },
      );
      call.on('error', (error: NodeJS.ErrnoException) => {
        resolve({ problem: problemOf(error) });
      });
      call.end(body);
    });
  }

  private mayReach(address: string): boolean {
    return this.anywhere || isPublicAddress(address);
  }

  /** Asked once for a connection: what is checked here is what is connected to. */
  private readonly lookup: LookupFunction = (hostname, { all }, callback) => {
    this.names.addresses(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => this.mayReach(address)))
          callback(Object.assign(new Error(closedAddress), { code: closedAddress }), [], 4);
        else if (all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, [], 4);
      },
    );
  };
}

const problemOf = ({ code, name }: NodeJS.ErrnoException) => {
  if (code === closedAddress) return 'address-not-public';
  return name === 'AbortError' || name === 'TimeoutError' ? 'timeout' : 'no-answer';
};
