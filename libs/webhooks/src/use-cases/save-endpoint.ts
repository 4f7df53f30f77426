import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Endpoint } from '../domain/endpoint.js';
import { endpointUrl } from '../domain/endpoint-url.js';
import type { EventType } from '../domain/event-types.js';
import { newSecret } from '../sign.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { webhooksErrors } from '../webhooks.errors.js';

/** Most endpoints a tenant may have. */
const most = 10;

interface Wanted {
  readonly url: string;
  readonly events: readonly EventType[];
  readonly isOn: boolean;
}

interface Who {
  readonly tenantId: TenantId;
  readonly actor: Actor;
}

/** Adds an endpoint or changes one; switching it on again forgets that it failed. */
@Injectable()
export class SaveEndpoint {
  private readonly allowHttp: boolean;

  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.allowHttp = config.get('WEBHOOKS_TO_PRIVATE_NETWORKS');
  }

  /**
   * Gives the secret, which is shown this once.
   * @throws BusinessError webhooks.bad-url, webhooks.too-many-endpoints
   */
  add({ tenantId, actor }: Who, wanted: Wanted): Promise<Endpoint & { readonly secret: string }> {
    const createdAt = this.clock.now();
    const endpoint = { ...this.made(wanted), id: newId(createdAt), createdAt };
    const secret = newSecret();
    return this.database.inTenant(tenantId, async (tx) => {
      if ((await this.endpoints.all(tx, tenantId)).length >= most)
        throw webhooksErrors.tooMany({ params: { most } });
      await this.endpoints.add(tx, tenantId, endpoint, secret);
      await this.record(tx, { tenantId, actor }, 'webhook.added', endpoint);
      return { ...endpoint, secret };
    });
  }

  /** @throws BusinessError webhooks.no-endpoint, webhooks.bad-url */
  change({ tenantId, actor }: Who, id: string, wanted: Wanted): Promise<Endpoint> {
    return this.database.inTenant(tenantId, async (tx) => {
      const before = await this.endpoints.lock(tx, tenantId, id);
      if (!before) throw webhooksErrors.noEndpoint();
      const endpoint = { ...before, ...this.made(wanted) };
      await this.endpoints.save(tx, tenantId, endpoint);
      await this.record(tx, { tenantId, actor }, 'webhook.changed', endpoint);
      return endpoint;
    });
  }

  private made({ url, events, isOn }: Wanted): Omit<Endpoint, 'id' | 'createdAt'> {
    const read = endpointUrl(url, this.allowHttp);
    if ('problem' in read) throw webhooksErrors.badUrl({ field: 'url' });
    return { url: read.url, events, state: isOn ? 'on' : 'off', failingSince: null };
  }

  private async record(tx: Tx, { tenantId, actor }: Who, action: string, { id, url }: Endpoint) {
    const details = { host: new URL(url).host };
    await this.audit.record(tx, {
      tenantId,
      actor,
      action,
      subject: { kind: 'webhook', id },
      details,
    });
  }
}
