import { createHash } from 'node:crypto';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId, randomToken } from '#lib/kernel';
import type { Locale } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { applicationReceived } from '../contracts.facts.js';
import type { ApplicationChannel, ApplicationForm } from '../domain/application.js';
import { advanceContract } from '../domain/lifecycle.js';
import { applicationReceivedV1 } from '../notices/application-received.v1.js';
import { ApplicationsStore } from '../store/applications.store.js';
import { BindingTermsStore } from '../store/binding-terms.store.js';
import { CheckForm } from './check-form.js';

export interface NewScan {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

interface NewApplication {
  readonly form: ApplicationForm;
  readonly channel: ApplicationChannel;
  readonly partnerName: string | null;
  /** When the applicant applied: for the web now, for paper the day it was handed over or posted. @clause W4.2 */
  readonly appliedAt: Date;
  readonly formArrivedAt: Date | null;
  /** Terms, consent clause and prohibited acts, each accepted by the applicant. */
  readonly accepted: { terms: boolean; consent: boolean; prohibitedActs: boolean };
  readonly scans: readonly NewScan[];
  readonly locale: Locale;
  readonly actor: Actor;
}

const mostInAnHour = 200;
const dayMs = 86_400_000;

/** Takes an application in, from whatever way it came. @clause W4.1, W4.2 */
@Injectable()
export class Apply {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly check: CheckForm,
    private readonly terms: BindingTermsStore,
    private readonly postNotice: PostNotice,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the id, and the token by which an applicant on the web can withdraw.
   * @throws BusinessError contracts.not-accepted, contracts.in-future, contracts.too-many-applications,
   * contracts.terms-not-in-force, and those of CheckForm
   */
  async execute(input: NewApplication): Promise<{ id: string; token: string }> {
    const { form, channel, partnerName, appliedAt, formArrivedAt } = input;
    const now = this.clock.now();
    requireAcceptance(input.accepted);
    if (appliedAt > now) throw contractsErrors.inFuture({ field: 'appliedOn' });
    if (formArrivedAt && formArrivedAt > now)
      throw contractsErrors.inFuture({ field: 'formArrivedOn' });
    const id = newId(now);
    const token = randomToken();
    await this.database.asSystem(async (tx) => {
      if (channel === 'web') {
        const hourAgo = new Date(now.getTime() - 3_600_000);
        if ((await this.applications.webSince(tx, hourAgo)) >= mostInAnHour)
          throw contractsErrors.tooManyApplications({ retryAfterSeconds: 3600 });
      }
      await this.check.within(tx, form, appliedAt);
      await this.requireBindingTerms(tx, input);
      await this.applications.insert(tx, {
        ...form,
        id,
        channel,
        partnerName,
        state: 'received',
        locale: input.locale,
        appliedAt,
        formArrivedAt,
        recordedAt: now,
        tokenHash: channel === 'web' ? hashToken(token) : null,
        reason: null,
        decidedAt: null,
        acceptedAs: null,
      });
      for (const scan of input.scans)
        await this.applications.addScan(tx, id, {
          ...scan,
          id: newId(now),
          sha256: createHash('sha256').update(scan.content).digest('hex'),
          uploadedAt: now,
        });
      const address = form.applicant.pcEmail ?? form.applicant.mobileEmail;
      if (address !== null)
        await this.postNotice.within(tx, {
          tenantId: null,
          to: { address },
          locale: input.locale,
          ...write(applicationReceivedV1, input.locale, { reference: id }),
        });
      await this.outbox.tell(tx, applicationReceived, { applicationId: id });
      await this.audit.record(tx, {
        tenantId: null,
        actor: input.actor,
        action: 'application.received',
        subject: { kind: 'application', id },
        details: { channel },
      });
    });
    return { id, token };
  }

  /** What was agreed to bound at the instant of the application; of a form on paper only the day is known. */
  private async requireBindingTerms(
    tx: Tx,
    { form, channel, appliedAt }: NewApplication,
  ): Promise<void> {
    const version = { number: form.termsVersion, hash: form.termsHash };
    const last = channel === 'web' ? appliedAt : new Date(appliedAt.getTime() + dayMs - 1);
    if (!(await this.terms.bound(tx, version, appliedAt, last)))
      throw contractsErrors.termsNotInForce({ field: 'termsVersion' });
  }
}

const requireAcceptance = (accepted: NewApplication['accepted']): void => {
  const met = new Set([
    ...(accepted.terms ? (['terms-accepted'] as const) : []),
    ...(accepted.consent ? (['consent-given'] as const) : []),
    ...(accepted.prohibitedActs ? (['prohibited-acts-acknowledged'] as const) : []),
  ]);
  if ('refused' in advanceContract(undefined, { kind: 'apply' }, met))
    throw contractsErrors.notAccepted({ field: 'accepted' });
};
