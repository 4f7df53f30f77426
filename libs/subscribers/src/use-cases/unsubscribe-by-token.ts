import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { OpenUnsubscribeLink } from './open-unsubscribe-link.js';
import { Unsubscribe } from './unsubscribe.js';

export interface UnsubscribeByTokenInput {
  readonly token: string;
  readonly method: 'page' | 'one-click' | 'mail';
  /** True to leave every newsletter of the tenant, not only the one the link came with. */
  readonly all?: boolean;
  /** When the wish arrived; the present unless given. */
  readonly at?: Date;
}

/** Unsubscribes whoever holds the link: no login, no cookie, and as often as one likes. @rfc 8058 */
@Injectable()
export class UnsubscribeByToken {
  constructor(
    private readonly database: Database,
    private readonly open: OpenUnsubscribeLink,
    private readonly unsubscribe: Unsubscribe,
    private readonly log: Log,
  ) {}

  /** `unknown` when the token is none of ours; `done` also when the person had left before. */
  async execute(input: UnsubscribeByTokenInput): Promise<'done' | 'unknown'> {
    const link = await this.open.execute(input.token);
    if (!link) return 'unknown';
    const { tenantId, subscriberId, campaignId } = link;
    const newsletterId = input.all ? null : link.newsletterId;
    const leave = {
      subscriberId,
      newsletterId,
      campaignId,
      ...(input.at && { at: input.at }),
    };
    const ended = await this.database.inTenant(tenantId, (tx) =>
      this.unsubscribe.within(tx, tenantId, leave),
    );
    this.log.event('subscribers.unsubscribed', { tenantId, method: input.method, ended });
    return 'done';
  }
}
