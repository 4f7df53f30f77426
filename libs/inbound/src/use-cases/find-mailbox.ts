import { Tenants } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { ReturnPath } from '#lib/delivery';
import { FindDedicatedAddress, OpenUnsubscribeLink } from '#lib/subscribers';
import type { FoundAddress, OpenedLink } from '#lib/subscribers';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { namedBoxOf } from '../domain/mail-box.js';
import type { NamedBox } from '../domain/mail-box.js';

/** A mailbox of ours, and whose it is. */
export type Mailbox =
  | { readonly kind: 'return-path' | 'returned-notice'; readonly address: string }
  | { readonly kind: 'unsubscribe'; readonly link: OpenedLink }
  | ({ readonly kind: 'join' | 'leave' } & FoundAddress)
  /** `tenantId` null where the address is everybody's. */
  | { readonly kind: 'notice' | 'support'; readonly tenantId: TenantId | null }
  | { readonly kind: 'complaints' }
  | { readonly kind: 'operator'; readonly box: 'postmaster' | 'abuse' };

/** Says which mailbox an address is; undefined when there is none, or when its signature is not ours. */
@Injectable()
export class FindMailbox {
  constructor(
    private readonly returnPath: ReturnPath,
    private readonly unsubscribeLink: OpenUnsubscribeLink,
    private readonly dedicated: FindDedicatedAddress,
    private readonly tenants: Tenants,
    private readonly config: Config,
  ) {}

  async execute(address: string): Promise<Mailbox | undefined> {
    const named = namedBoxOf(address, this.config.get('MAIL_DOMAIN'));
    if (named) return this.named(named);
    return this.returnPath.isOurs(address) ? { kind: 'return-path', address } : undefined;
  }

  private async named(box: NamedBox): Promise<Mailbox | undefined> {
    switch (box.kind) {
      case 'unsubscribe': {
        const link = await this.unsubscribeLink.execute(box.token);
        return link && { kind: 'unsubscribe', link };
      }
      case 'join':
      case 'leave': {
        const found = await this.dedicated.execute(box.kind, box.code);
        return found && { kind: box.kind, ...found };
      }
      case 'notice':
      case 'support': {
        if (box.tenantSlug === null) return { kind: box.kind, tenantId: null };
        const tenant = await this.tenants.bySlug(box.tenantSlug);
        return tenant && { kind: box.kind, tenantId: tenant.id };
      }
      case 'complaints':
      case 'operator':
      case 'returned-notice':
        return box;
    }
  }
}
