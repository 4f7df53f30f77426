import { asTenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { WriteToPerson } from '#lib/subscribers';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isDisclosure } from '../domain/request.js';
import type { DataRequest } from '../domain/request.js';
import { RequestsStore } from '../store/requests.store.js';
import { requestAnswered } from '../templates/request-answered.js';
import { EraseReader } from './erase-reader.js';
import { RequestTokens } from './request-tokens.js';

type Answered = DataRequest & { state: 'fulfilled' | 'partially_fulfilled' | 'refused' };

const isAnswered = (request: DataRequest | undefined): request is Answered =>
  request !== undefined && ['fulfilled', 'partially_fulfilled', 'refused'].includes(request.state);

/** Tells the person what came of the request; then, and only then, erases what was to be erased. */
@Injectable()
export class SendAnswer {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestsStore,
    private readonly tokens: RequestTokens,
    private readonly notices: PostNotice,
    private readonly people: WriteToPerson,
    private readonly erasing: EraseReader,
    private readonly config: Config,
  ) {}

  async execute({ requestId }: { requestId: string }): Promise<void> {
    const letter = await this.database.asSystem(async (tx) => {
      const request = await this.requests.get(tx, requestId);
      if (!isAnswered(request)) return undefined;
      const { locale, kind, reason, state: outcome } = request;
      const link = await this.linkTo(tx, request);
      const notice = write(requestAnswered, locale, { kind, outcome, reason, link });
      const to = request.replyAddress;
      if (to)
        await this.notices.within(tx, {
          ...{ tenantId: null, locale, secret: true, ...notice },
          to: { name: request.name, address: to },
        });
      return { request, notice };
    });
    if (letter) await this.toReader(letter.request, letter.notice);
  }

  private async toReader(
    request: Answered,
    { subject, text }: { subject: string; text: string },
  ): Promise<void> {
    const { id, tenantId: tenant, subscriberId, locale } = request;
    if (!tenant || !subscriberId) return;
    const tenantId = asTenantId(tenant);
    await this.people.execute({
      ...{ tenantId, subscriberId, locale, subject, text },
      key: `answer:${id}`,
    });
    await this.database.asSystem((tx) => this.erasing.within(tx, request));
  }

  /** Who asked for paper gets it by post. */
  private async linkTo(
    tx: Tx,
    { id, kind, state, format, locale }: Answered,
  ): Promise<string | null> {
    if (state === 'refused' || !isDisclosure(kind) || format === 'paper') return null;
    const token = await this.tokens.issue(tx, id, 'answer');
    return `${this.config.publicUrl}/privacy/answer?token=${token}&lang=${locale}`;
  }
}
