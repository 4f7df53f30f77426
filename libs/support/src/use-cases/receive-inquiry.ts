import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dueAfter } from '../domain/contact-window.js';
import { promisedHours } from '../domain/inquiry.js';
import type { InquiryBox } from '../domain/inquiry.js';
import { DeskStore } from '../store/desk.store.js';
import { Inquiries } from '../store/inquiries.store.js';

/** A letter to the provider, read as far as it can be. */
export interface ArrivedInquiry {
  /** Ours, of the message in the spool: the same letter is taken once. */
  readonly messageId: string;
  readonly tenantId: TenantId | null;
  readonly box: InquiryBox;
  readonly arrivedAt: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  /** Message-ID of the letter, for the answer's In-Reply-To. */
  readonly mailId: string | null;
  readonly subject: string;
  readonly text: string;
  /** Null where only the text is left. */
  readonly raw: Uint8Array | null;
  /** What SPF, DKIM and DMARC gave; null when nothing was looked at. */
  readonly authentication: { readonly dmarc: string } | null;
}

/** Takes in a question, request or complaint for people of the provider to read. @clause W23.1 */
@Injectable()
export class ReceiveInquiry {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly desk: DeskStore,
  ) {}

  /** In a transaction of the system. Again with the same `messageId` changes nothing. */
  async within(tx: Tx, inquiry: ArrivedInquiry): Promise<void> {
    const isComplaint = inquiry.box === 'abuse';
    const hours = promisedHours({ isComplaint });
    await this.inquiries.add(tx, {
      ...inquiry,
      id: newId(inquiry.arrivedAt),
      channel: 'mail',
      isComplaint,
      dueAt: dueAfter(inquiry.arrivedAt, hours, await this.desk.closed(tx)),
      fromName: inquiry.from.name,
      fromAddress: inquiry.from.address,
    });
  }
}
