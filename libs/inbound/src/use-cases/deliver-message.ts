import { ReceiveReport, isFailure, readReport } from '#lib/bounces';
import type { ReportKind } from '#lib/bounces';
import { ReceiveNoticeByMail } from '#lib/contracts';
import { ReturnPath } from '#lib/delivery';
import type { DeliveryRef } from '#lib/delivery';
import { LeaveByMail, SignUpByMail, Unsubscribe } from '#lib/subscribers';
import { ReceiveInquiry } from '#lib/support';
import type { ArrivedInquiry } from '#lib/support';
import type { TenantId } from '#lib/kernel';
import { NoteBounce } from '#lib/notices';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isAuthentic, isForged } from '../domain/authentication.js';
import type { Outcome } from '../domain/inbound-message.js';
import { traceField } from '../domain/trace-field.js';
import { TakenLetters } from '../store/taken-letters.store.js';
import type { Mailbox } from './find-mailbox.js';
import { letterDigest } from './letter-digest.js';
import type { OpenedMessage } from './open-message.js';

/** Hands a message to each mailbox that it came to. */
@Injectable()
export class DeliverMessage {
  private readonly mailDomain: string;

  constructor(
    private readonly returnPath: ReturnPath,
    private readonly receiveReport: ReceiveReport,
    private readonly unsubscribe: Unsubscribe,
    private readonly signUp: SignUpByMail,
    private readonly leave: LeaveByMail,
    private readonly receiveNotice: ReceiveNoticeByMail,
    private readonly receiveInquiry: ReceiveInquiry,
    private readonly noteBounce: NoteBounce,
    private readonly taken: TakenLetters,
    config: Config,
  ) {
    this.mailDomain = config.get('MAIL_DOMAIN');
  }

  /** In a transaction of the system. Gives what became of the message at the last of the mailboxes. */
  async within(tx: Tx, opened: OpenedMessage): Promise<Outcome> {
    let outcome: Outcome = opened.isLoop ? 'loop' : 'unknown';
    for (const mailbox of opened.mailboxes) outcome = await this.deliver(tx, opened, mailbox);
    return outcome;
  }

  private async deliver(tx: Tx, opened: OpenedMessage, mailbox: Mailbox): Promise<Outcome> {
    switch (mailbox.kind) {
      case 'return-path':
        return this.returned(tx, opened, mailbox.address);
      case 'returned-notice':
        return this.returnedNotice(tx, opened, mailbox.address);
      case 'unsubscribe':
      case 'join':
      case 'leave':
        return this.wish(tx, opened, mailbox);
      case 'notice':
        return this.notice(tx, opened, mailbox.tenantId);
      case 'support':
        return opened.letter.writer === 'responder'
          ? 'ignored-automatic'
          : this.inquire(tx, opened, 'support', mailbox.tenantId);
      case 'complaints':
      case 'operator': {
        const box = mailbox.kind === 'operator' ? mailbox.box : 'abuse';
        return (await this.isReport(tx, opened)) ? 'report' : this.inquire(tx, opened, box, null);
      }
    }
  }

  /**
   * What a person wants, who must be the one that From names. A program's mail is never answered: it asks nobody to
   * confirm anything, but who leaves by it has left.
   */
  private async wish(
    tx: Tx,
    { message, letter, authentication }: OpenedMessage,
    mailbox: Extract<Mailbox, { kind: 'unsubscribe' | 'join' | 'leave' }>,
  ): Promise<Outcome> {
    if (letter.writer === 'responder') return 'ignored-automatic';
    const byProgram = letter.writer === 'program';
    const { arrivedAt: at } = message;
    if (mailbox.kind === 'unsubscribe') {
      const { tenantId, ...link } = mailbox.link;
      const goodbye = byProgram ? 'none' : 'answer';
      await this.unsubscribe.within(tx, tenantId, { ...link, at, goodbye });
      return 'unsubscribed';
    }
    if (authentication && isForged(authentication)) return 'ignored-forged';
    if (!letter.from) return 'ignored-unreadable';
    if (mailbox.kind === 'leave')
      await this.leave.within(tx, mailbox, { address: letter.from, at, byProgram });
    else if (byProgram) return 'ignored-automatic';
    else if (mailbox.isServing) await this.signUp.within(tx, mailbox, letter.from);
    return mailbox.kind;
  }

  /** What came to a signed address; that of an erased mail leads nowhere. */
  private async returned(tx: Tx, opened: OpenedMessage, address: string): Promise<Outcome> {
    const ref = await this.returnPath.within(tx, address);
    if (!ref) return 'unknown';
    await this.report(tx, opened, ref);
    return 'report';
  }

  /** A failed delivery takes a notice's arrival back, and so does a lapsed one; an absence note or a delay does not. @decision D-15 */
  private async returnedNotice(
    tx: Tx,
    { message }: OpenedMessage,
    address: string,
  ): Promise<Outcome> {
    if (!isFailure(readReport(message.raw))) return 'ignored-automatic';
    return (await this.noteBounce.within(tx, address)) ? 'report' : 'unknown';
  }

  /** Reports come to postmaster and abuse, too, and then without a signed return path. */
  private async isReport(tx: Tx, opened: OpenedMessage): Promise<boolean> {
    const kind = await this.report(tx, opened, undefined);
    return kind !== 'not-a-bounce' && kind !== 'auto-reply';
  }

  private report(
    tx: Tx,
    { message, authentication }: OpenedMessage,
    ref: DeliveryRef | undefined,
  ): Promise<ReportKind> {
    return this.receiveReport.within(tx, {
      raw: message.raw,
      ref,
      arrivedAt: message.arrivedAt,
      isAuthentic: authentication !== null && isAuthentic(authentication),
    });
  }

  private async notice(tx: Tx, opened: OpenedMessage, tenantId: TenantId | null): Promise<Outcome> {
    const { message, letter, authentication } = opened;
    if (letter.writer === 'responder') return 'ignored-automatic';
    if (await this.isRepeated(tx, opened, ['notice', tenantId ?? ''])) return 'ignored-repeated';
    await this.receiveNotice.within(tx, {
      tenantId,
      from: letter.fromText.address,
      subject: letter.subject,
      text: letter.text,
      arrivedAt: message.arrivedAt,
      messageId: message.id,
      dmarc: authentication?.dmarc ?? null,
    });
    return 'notice';
  }

  private async inquire(
    tx: Tx,
    opened: OpenedMessage,
    box: ArrivedInquiry['box'],
    tenantId: TenantId | null,
  ): Promise<Outcome> {
    const { message, letter, authentication } = opened;
    if (await this.isRepeated(tx, opened, [box, tenantId ?? ''])) return 'ignored-repeated';
    await this.receiveInquiry.within(tx, {
      messageId: message.id,
      tenantId,
      box,
      arrivedAt: message.arrivedAt,
      from: letter.fromText,
      replyTo: letter.replyTo,
      mailId: letter.mailId,
      subject: letter.subject,
      text: letter.text,
      raw: Buffer.concat([Buffer.from(traceField(message, this.mailDomain)), message.raw]),
      authentication,
    });
    return 'inquiry';
  }

  /** Whether an earlier message brought the same letter: the first arrival counts, and people read it once. @decision D-15 */
  private async isRepeated(
    tx: Tx,
    { message, letter }: OpenedMessage,
    mailbox: readonly string[],
  ): Promise<boolean> {
    const { id: messageId, raw, arrivedAt } = message;
    const digest = letterDigest(mailbox, { raw, letter });
    return !(await this.taken.take(tx, { digest, messageId, arrivedAt }));
  }
}
