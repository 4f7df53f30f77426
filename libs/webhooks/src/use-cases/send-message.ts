import { TellOwners } from '#lib/accounts';
import { Clock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Endpoint, WebhookMessage } from '../domain/endpoint.js';
import { isTaken, isUnwanted, nextTry, patienceMs } from '../domain/retry-plan.js';
import { endpointFailed } from '../endpoint-failed.notice.js';
import { sendMessageJob } from '../jobs/send-message.job.js';
import { PostMessage } from '../post-message.js';
import type { Answer } from '../post-message.js';
import { signedHeaders } from '../sign.js';
import { EndpointsStore } from '../store/endpoints.store.js';
import { MessagesStore } from '../store/messages.store.js';

/** Tries a message once and decides what comes next. No transaction is open while the receiver answers. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsStore,
    private readonly messages: MessagesStore,
    private readonly posting: PostMessage,
    private readonly outbox: Outbox,
    private readonly tell: TellOwners,
    private readonly clock: Clock,
  ) {}

  async execute(job: { tenantId: string; messageId: string; tries: number }): Promise<void> {
    const tenantId = asTenantId(job.tenantId);
    const due = await this.database.inTenant(tenantId, (tx) => this.due(tx, tenantId, job));
    if (!due) return;
    const { message, endpoint, secret } = due;
    const headers = signedHeaders(secret, message.id, this.clock.now(), message.body);
    const answer = await this.posting.execute(endpoint.url, headers, message.body);
    await this.database.inTenant(tenantId, (tx) => this.settle(tx, tenantId, message, answer));
  }

  private async due(
    tx: Tx,
    tenantId: TenantId,
    { messageId, tries }: { messageId: string; tries: number },
  ): Promise<{ message: WebhookMessage; endpoint: Endpoint; secret: string } | undefined> {
    const message = await this.messages.find(tx, tenantId, messageId);
    if (message?.state !== 'waiting' || message.tries !== tries) return undefined;
    const endpoint = await this.endpoints.lock(tx, tenantId, message.endpointId);
    const secret = await this.endpoints.secret(tx, tenantId, message.endpointId);
    if (!endpoint || secret === undefined) return undefined;
    if (endpoint.state === 'on') return { message, endpoint, secret };
    await this.messages.save(tx, tenantId, { ...message, state: 'failed', nextTryAt: null });
    return undefined;
  }

  private async settle(
    tx: Tx,
    tenantId: TenantId,
    tried: WebhookMessage,
    answer: Answer,
  ): Promise<void> {
    const endpoint = await this.endpoints.lock(tx, tenantId, tried.endpointId);
    if (!endpoint) return;
    const now = this.clock.now();
    const status = 'status' in answer ? answer.status : null;
    const taken = status !== null && isTaken(status);
    const tries = tried.tries + 1;
    const next = taken || (status !== null && isUnwanted(status)) ? null : nextTry(tries, now);
    await this.messages.save(tx, tenantId, {
      ...tried,
      tries,
      state: taken ? 'delivered' : next ? 'waiting' : 'failed',
      lastTriedAt: now,
      lastStatus: status,
      lastProblem: 'problem' in answer ? answer.problem : taken ? null : 'refused',
      nextTryAt: next,
    });
    if (next) {
      const data = { tenantId, messageId: tried.id, tries };
      await this.outbox.add(tx, sendMessageJob, data, { at: next });
    }
    await this.judge(tx, tenantId, endpoint, taken, status);
  }

  /** What the outcome means for the endpoint: one that fails for days, or says 410, is switched off. */
  private async judge(
    tx: Tx,
    tenantId: TenantId,
    endpoint: Endpoint,
    taken: boolean,
    status: number | null,
  ): Promise<void> {
    const now = this.clock.now();
    const failingSince = taken ? null : (endpoint.failingSince ?? now);
    const isHopeless =
      (status !== null && isUnwanted(status)) ||
      (failingSince !== null && now.getTime() - failingSince.getTime() >= patienceMs);
    const state = isHopeless && endpoint.state === 'on' ? 'failed' : endpoint.state;
    await this.endpoints.save(tx, tenantId, { ...endpoint, failingSince, state });
    if (state === 'failed' && endpoint.state === 'on')
      await this.tell.within(tx, tenantId, endpointFailed, { host: new URL(endpoint.url).host });
  }
}
