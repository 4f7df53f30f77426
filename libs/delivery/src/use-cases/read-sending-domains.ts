import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import type { DkimKey } from '../domain/dkim-key.js';
import { recordsToPublish } from '../domain/sending-domain.js';
import type { RecordToPublish, SendingDomain } from '../domain/sending-domain.js';
import { DkimKeys } from '../store/dkim-keys.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';
import type { SendingDomainRow } from '../store/sending-domain.row.js';

export interface DomainWithKeys {
  readonly domain: SendingDomain;
  readonly keys: readonly DkimKey[];
  readonly records: readonly RecordToPublish[];
}

/** Sending domains with their keys and the records to publish. */
@Injectable()
export class ReadSendingDomains {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly keys: DkimKeys,
    private readonly config: Config,
  ) {}

  all(tenantId: TenantId): Promise<DomainWithKeys[]> {
    return this.database.inTenant(tenantId, async (tx) =>
      this.withKeys(tx, tenantId, await this.domains.list(tx, tenantId)),
    );
  }

  /** @throws BusinessError delivery.domain-not-found */
  one(tenantId: TenantId, domainId: string): Promise<DomainWithKeys> {
    return this.database.inTenant(tenantId, async (tx) => {
      const row = await this.domains.find(tx, tenantId, domainId);
      const [found] = await this.withKeys(tx, tenantId, row ? [row] : []);
      if (!found) throw deliveryErrors.domainNotFound();
      return found;
    });
  }

  private async withKeys(
    tx: Tx,
    tenantId: TenantId,
    rows: readonly SendingDomainRow[],
  ): Promise<DomainWithKeys[]> {
    const keys = await this.keys.of(
      tx,
      tenantId,
      rows.map(({ id }) => id),
    );
    return rows.map((domain) => {
      const own = keys.filter(({ domainId }) => domainId === domain.id);
      const records = recordsToPublish(domain.domain, own, this.config.get('MAIL_DOMAIN'));
      return { domain, keys: own, records };
    });
  }
}
