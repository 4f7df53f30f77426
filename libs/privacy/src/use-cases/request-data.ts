import { Tenants } from '#lib/accounts';
import { Clock, newId, parseEmailAddress } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { FindPerson } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { dueAt } from '../domain/request.js';
import type { DataRequest, RequestKind } from '../domain/request.js';
import { identityMail } from '../jobs/request-mails.job.js';
import { privacyErrors } from '../privacy.errors.js';
import { FeesStore } from '../store/fees.store.js';
import { RequestsStore } from '../store/requests.store.js';

export interface DataRequestForm {
  readonly kind: RequestKind;
  readonly subject: 'subscriber' | 'contact';
  /** The name in URLs of the tenant; empty asks about all. */
  readonly sender: string;
  readonly name: string;
  readonly address: string;
  readonly format: 'electronic' | 'paper';
  readonly postalAddress: string;
  readonly details: string;
  readonly locale: Locale;
  /** The network address it came from; kept as a keyed hash. */
  readonly ip: string;
}

type Found = Pick<DataRequest, 'tenantId' | 'subscriberId' | 'replyAddress'>;

const mostAnHour = 5;
const hourMs = 3_600_000;

/**
 * Takes a request about personal data from the public form. Who asked for an address that is known gets mail there;
 * the answer of the page is the same whether or not it is.
 * @clause P2 開示等, P4-5
 */
@Injectable()
export class RequestData {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly people: FindPerson,
    private readonly requests: RequestsStore,
    private readonly fees: FeesStore,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError privacy.bad-address, privacy.needs-postal-address, privacy.too-many */
  async execute(form: DataRequestForm): Promise<void> {
    if (!parseEmailAddress(form.address).ok) throw privacyErrors.badAddress({ field: 'address' });
    if (form.format === 'paper' && form.postalAddress.trim() === '')
      throw privacyErrors.needsAddress({ field: 'postalAddress' });
    const receivedAt = this.clock.now();
    const origin = this.secrets.mac('sign-up-budget', `privacy ${form.ip}`);
    const sender = form.sender === '' ? undefined : await this.tenants.bySlug(form.sender);
    await this.database.asSystem(async (tx) => {
      const since = new Date(receivedAt.getTime() - hourMs);
      if ((await this.requests.cameFrom(tx, origin, since)) >= mostAnHour)
        throw privacyErrors.tooMany({ retryAfterSeconds: 3600 });
      for (const found of await this.find(tx, form, sender?.id))
        await this.open(tx, form, found, receivedAt, origin);
    });
  }

  private async find(tx: Tx, form: DataRequestForm, sender?: TenantId): Promise<Found[]> {
    if (form.subject === 'contact')
      return [{ tenantId: sender ?? null, subscriberId: null, replyAddress: form.address }];
    const found: Found[] = [];
    for (const tenantId of sender ? [sender] : await this.tenants.open(tx)) {
      const subscriberId = await this.people.within(tx, tenantId, form.address);
      if (subscriberId) found.push({ tenantId, subscriberId, replyAddress: null });
    }
    return found;
  }

  private async open(
    tx: Tx,
    { kind, subject, name, format, postalAddress, details, locale }: DataRequestForm,
    found: Found,
    receivedAt: Date,
    origin: Buffer,
  ): Promise<void> {
    const { subscriberId } = found;
    if (subscriberId && (await this.requests.isWaiting(tx, subscriberId, kind))) return;
    const { purposeNoticeYen, disclosureYen } = await this.fees.read(tx);
    const fees: Partial<Record<RequestKind, number>> = {
      PURPOSE_NOTICE: purposeNoticeYen,
      DISCLOSURE: disclosureYen,
    };
    const id = newId(receivedAt);
    const undecided = { state: 'identity_pending', reason: null, decidedAt: null } as const;
    const request = {
      ...{ id, kind, subject, name, format, details, locale, receivedAt },
      ...{ ...found, ...undecided, verifiedAt: null, dueAt: dueAt(receivedAt) },
      postalAddress: format === 'paper' ? postalAddress : null,
      feeYen: fees[kind] ?? 0,
    };
    await this.requests.add(tx, request, origin);
    if (subscriberId) await this.outbox.add(tx, identityMail, { requestId: id });
  }
}
