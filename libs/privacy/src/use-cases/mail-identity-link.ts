import { Tenants } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { write } from '#lib/notices';
import { WriteToPerson } from '#lib/subscribers';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { RequestsStore } from '../store/requests.store.js';
import { identityCheck } from '../templates/identity-check.js';
import { RequestTokens } from './request-tokens.js';

/** Mails the link that proves a reader's identity; a second try makes a new link and the first one void. */
@Injectable()
export class MailIdentityLink {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly tokens: RequestTokens,
    private readonly tenants: Tenants,
    private readonly people: WriteToPerson,
    private readonly config: Config,
  ) {}

  async execute({ requestId }: { requestId: string }): Promise<void> {
    const letter = await this.database.asSystem(async (tx) => {
      const request = await this.requests.get(tx, requestId);
      if (request?.state !== 'identity_pending' || !request.subscriberId || !request.tenantId)
        return undefined;
      const { locale, kind, subscriberId } = request;
      const tenantId = asTenantId(request.tenantId);
      const { name } = await this.tenants.get(tx, tenantId);
      const token = await this.tokens.issue(tx, requestId, 'identity');
      const link = `${this.config.publicUrl}/privacy/confirm?token=${token}&lang=${locale}`;
      const { subject, text } = write(identityCheck, locale, { kind, tenant: name, link });
      return { tenantId, subscriberId, locale, subject, text, key: `identity:${token}` };
    });
    if (letter) await this.people.execute(letter);
  }
}
