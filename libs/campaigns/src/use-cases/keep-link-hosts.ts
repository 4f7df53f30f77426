import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { linkHostErrors } from '../campaigns.errors.js';
import { LinkHostsStore } from '../store/link-hosts.store.js';
import type { LinkHost, LinkHostKind } from '../store/link-hosts.store.js';

/** The operators' list of hosts that links may not, or should not, lead to. Subdomains count with a host. */
@Injectable()
export class KeepLinkHosts {
  constructor(
    private readonly database: Database,
    private readonly hosts: LinkHostsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(): Promise<LinkHost[]> {
    return this.database.asSystem((tx) => this.hosts.list(tx));
  }

  /** @throws BusinessError links.bad-host */
  async save(
    given: { readonly host: string; readonly kind: LinkHostKind; readonly note: string },
    actor: Actor,
  ): Promise<void> {
    const host = hostOf(given.host);
    await this.database.asSystem(async (tx) => {
      await this.hosts.save(tx, { ...given, host, addedAt: this.clock.now() });
      const subject = { kind: 'link-host', id: host };
      const details = { kind: given.kind };
      await this.audit.record(tx, {
        ...{ tenantId: null, actor, subject, details },
        action: 'link-host.saved',
      });
    });
  }

  /** @throws BusinessError links.bad-host, links.unknown-host */
  async remove(given: string, actor: Actor): Promise<void> {
    const host = hostOf(given);
    await this.database.asSystem(async (tx) => {
      if (!(await this.hosts.remove(tx, host))) throw linkHostErrors.notFound();
      const subject = { kind: 'link-host', id: host };
      await this.audit.record(tx, { tenantId: null, actor, action: 'link-host.removed', subject });
    });
  }
}

/** As links are compared: lower case, A-labels, no scheme, path or port. */
const hostOf = (text: string): string => {
  const url = `http://${text.trim()}`;
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (!/^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(host) || new URL(url).pathname !== '/')
    throw linkHostErrors.bad({ field: 'host' });
  return host;
};
