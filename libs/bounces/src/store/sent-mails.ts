import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { DeliveryHistory } from '#lib/delivery';
import { LastReached } from '#lib/subscribers';
import { Injectable } from '@nestjs/common';
import { blameFor } from '../domain/refusal/reason.js';
import type { Reason } from '../domain/refusal/reason.js';
import { refusalReason } from '../domain/refusal/refusal-reason.js';
import { historyLimit } from '../domain/streak/sent-mail.js';
import type { SentMail } from '../domain/streak/sent-mail.js';
import { BounceReports } from './bounce-reports.store.js';
import type { Echo } from './bounce-reports.store.js';

type Past = Awaited<ReturnType<DeliveryHistory['of']>>[number];

const states: Readonly<Record<string, SentMail['state']>> = {
  accepted: 'accepted',
  refused: 'refused',
  unknown: 'unknown',
  queued: 'open',
  attempting: 'open',
  deferred: 'open',
};

/** Joins what delivery knows of a person's mails with what came back about them. */
@Injectable()
export class SentMails {
  constructor(
    private readonly history: DeliveryHistory,
    private readonly reports: BounceReports,
    private readonly reached: LastReached,
  ) {}

  /** Mails that count for the present streak, in no order, and why the last that counts failed. */
  async of(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
  ): Promise<{ mails: SentMail[]; lastReason: Reason }> {
    // A confirmed sign-up, or a farewell taken back, shows that mail arrives: what failed before no longer counts.
    const since = await this.reached.of(tx, tenantId, subscriberId);
    const echoes = await this.reports.of(tx, tenantId, subscriberId);
    const past = await this.history.of(tx, tenantId, subscriberId, historyLimit);
    const mails = past.flatMap((mail) => sentMail(mail, echoes.get(mail.campaignId)) ?? []);
    const failures = past.map(({ campaignId }) => echoes.get(campaignId)?.failure);
    const lastStrike = failures.find((failure) => failure && failure.blame !== 'sender');
    return {
      mails: since ? mails.filter(({ sentAt }) => sentAt >= since) : mails,
      lastReason: lastStrike?.reason ?? 'other',
    };
  }
}

const sentMail = (mail: Past, echo: Echo | undefined): SentMail | undefined => {
  const state = states[mail.state];
  const { sentAt } = mail;
  if (!state || !sentAt) return undefined;
  const refusal =
    state === 'refused'
      ? { blame: blameFor(refusalReason(mail.reason, mail.smtpStatus, mail.replyCode)), at: sentAt }
      : null;
  return {
    sentAt,
    state,
    failure: echo?.failure ?? refusal,
    delayedAt: echo?.delayedAt ?? null,
  };
};
