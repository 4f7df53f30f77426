import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { DataRequest, RequestEvent } from '../domain/request.js';
import { answerMail } from '../jobs/request-mails.job.js';
import { privacyErrors } from '../privacy.errors.js';
import { HoldsStore } from '../store/holds.store.js';
import { RequestsStore } from '../store/requests.store.js';
import { requestHandled } from '../templates/request-handled.js';
import { MoveRequest } from './move-request.js';

/** What an operator does with a request, each step in the audit trail. @clause §2.5 */
@Injectable()
export class HandleRequest {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly holds: HoldsStore,
    private readonly moving: MoveRequest,
    private readonly tenants: Tenants,
    private readonly notices: PostNotice,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Notes the outcome of looking at a contact's documents. Readers prove themselves by mail only.
   * @param how which document was looked at, or why it did not do; no number of it
   * @throws BusinessError privacy.no-request, privacy.token-only, privacy.not-now
   */
  async identity(id: string, isProved: boolean, how: string, actor: Actor): Promise<void> {
    await this.step(id, isProved ? 'verify' : 'fail', actor, (_, request) => {
      if (request.subject === 'subscriber' && isProved) throw privacyErrors.tokenOnly();
      return isProved ? null : how;
    });
  }

  /** The fee arrived. @throws BusinessError privacy.no-request, privacy.not-now */
  async paid(id: string, actor: Actor): Promise<void> {
    await this.step(id, 'pay', actor);
  }

  /** The person does not want it any more. @throws BusinessError privacy.no-request, privacy.not-now */
  async withdraw(id: string, actor: Actor): Promise<void> {
    await this.step(id, 'withdraw', actor);
  }

  /** @throws BusinessError privacy.no-request, privacy.not-now, privacy.request-held */
  async close(id: string, actor: Actor): Promise<void> {
    await this.step(id, 'close', actor, async (tx) => {
      if (await this.holds.isHeld(tx, id)) throw privacyErrors.requestHeld();
      return null;
    });
  }

  /**
   * Grants or refuses. The person gets the answer by mail; the tenant learns only that one request was handled.
   * @throws BusinessError privacy.no-request, privacy.not-now, privacy.needs-reason
   * @clause 個人情報保護法36条
   */
  async decide(
    id: string,
    event: RequestEvent & ('fulfil' | 'fulfil-in-part' | 'refuse'),
    reason: string | null,
    actor: Actor,
  ): Promise<void> {
    if (event !== 'fulfil' && !reason?.trim()) throw privacyErrors.needsReason({ field: 'reason' });
    await this.step(id, event, actor, async (tx, request) => {
      await this.outbox.add(tx, answerMail, { requestId: id });
      if (request.subject === 'subscriber') await this.tellTenant(tx, request);
      return reason;
    });
  }

  private async step(
    id: string,
    event: RequestEvent,
    actor: Actor,
    prepare: (tx: Tx, request: DataRequest) => string | null | Promise<string | null> = () => null,
  ): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const request = await this.requests.get(tx, id);
      if (!request) throw privacyErrors.noRequest();
      const state = await this.moving.within(tx, request, event, await prepare(tx, request));
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: `personal-data-request.${state.replaceAll('_', '-')}`,
        subject: { kind: 'personal-data-request', id },
        details: { event },
      });
    });
  }

  private async tellTenant(tx: Tx, request: DataRequest): Promise<void> {
    if (!request.tenantId) return;
    const tenantId = asTenantId(request.tenantId);
    const { locale } = await this.tenants.get(tx, tenantId);
    const notice = write(requestHandled, locale, {});
    await this.notices.within(tx, { tenantId, locale, channel: 'portal', ...notice });
  }
}
