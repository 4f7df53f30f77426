import { ReturnPath } from '#lib/delivery';
import type { DeliveryRef } from '#lib/delivery';
import { OpenUnsubscribeLink } from '#lib/subscribers';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { namedBoxOf } from '../domain/mail-box.js';
import type { NamedBox } from '../domain/mail-box.js';

/** A mailbox of ours: one with a name, or the return path of a mail we sent. */
export type Mailbox = NamedBox | { readonly kind: 'return-path'; readonly ref: DeliveryRef };

/** Says which mailbox an address is; undefined when there is none, or when its signature is not ours. */
@Injectable()
export class FindMailbox {
  constructor(
    private readonly returnPath: ReturnPath,
    private readonly unsubscribeLink: OpenUnsubscribeLink,
    private readonly config: Config,
  ) {}

  async execute(address: string): Promise<Mailbox | undefined> {
    const named = namedBoxOf(address, this.config.get('MAIL_DOMAIN'));
    if (named?.kind === 'unsubscribe')
      return (await this.unsubscribeLink.execute(named.token)) && named;
    if (named) return named;
    const ref = await this.returnPath.read(address);
    return ref && { kind: 'return-path', ref };
  }
}
