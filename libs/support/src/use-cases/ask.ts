import { Members } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { dueAfter } from '../domain/contact-window.js';
import { promisedHours } from '../domain/inquiry.js';
import type { InquiryBox } from '../domain/inquiry.js';
import { DeskStore } from '../store/desk.store.js';
import { Inquiries } from '../store/inquiries.store.js';
import type { NewInquiry } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

interface Question {
  readonly subject: string;
  readonly text: string;
}

type FirstWords = Omit<NewInquiry, 'id' | 'arrivedAt' | 'dueAt'>;

/** Forms that one place may send in an hour. */
const mostAnHour = 5;
const hourMs = 3_600_000;

/** Takes a question or report that came by the portal or by a public form. @clause W23.1 */
@Injectable()
export class Ask {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly desk: DeskStore,
    private readonly members: Members,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A member's question. Gives the id of the inquiry. */
  async asMember(
    { tenantId, memberId }: { readonly tenantId: TenantId; readonly memberId: string },
    question: Question & { readonly isComplaint: boolean; readonly box: 'support' | 'privacy' },
  ): Promise<string> {
    const from = await this.database.inTenant(tenantId, (tx) =>
      this.members.mailbox(tx, tenantId, memberId),
    );
    return this.take({
      ...question,
      tenantId,
      memberId,
      channel: 'portal',
      fromName: from.name ?? '',
      fromAddress: from.address,
    });
  }

  /**
   * Anybody's, from a public form.
   * @throws BusinessError support.too-many-forms
   */
  async byForm(
    form: Question & {
      readonly box: InquiryBox;
      readonly tenantId: TenantId | null;
      readonly campaignId: string | null;
      readonly mayShareAddress: boolean;
      readonly fromName: string;
      readonly fromAddress: string;
      /** The network address it came from; kept as a keyed hash. */
      readonly ip: string;
    },
  ): Promise<void> {
    const origin = this.secrets.mac('sign-up-budget', `form ${form.ip}`);
    const since = new Date(this.clock.now().getTime() - hourMs);
    const sent = await this.database.asSystem((tx) => this.inquiries.cameFrom(tx, origin, since));
    if (sent >= mostAnHour) throw supportErrors.tooManyForms({ retryAfterSeconds: 3600 });
    const { box, tenantId, campaignId, mayShareAddress } = form;
    const { fromName, fromAddress, subject, text } = form;
    const isComplaint = box === 'abuse';
    await this.take({
      ...{ box, tenantId, campaignId, mayShareAddress, isComplaint, channel: 'form', origin },
      ...{ fromName, fromAddress, subject, text },
    });
  }

  private async take(inquiry: FirstWords): Promise<string> {
    const arrivedAt = this.clock.now();
    const id = newId(arrivedAt);
    await this.database.asSystem(async (tx) => {
      const dueAt = dueAfter(arrivedAt, promisedHours(inquiry), await this.desk.closed(tx));
      await this.inquiries.add(tx, { ...inquiry, id, arrivedAt, dueAt });
    });
    return id;
  }
}
