import type { FieldValues } from './form-field.js';

/**
 * How a wish to join reached us: by the form, by a mail to the newsletter's own address (空メール), or by a list of
 * readers from elsewhere.
 */
export const signUpChannels = ['form', 'blank-mail', 'migration-list'] as const;
export type SignUpChannel = (typeof signUpChannels)[number];

/** A wish to join that waits to be confirmed from the mailbox it names. */
export interface OptInRequest {
  readonly id: string;
  readonly subscriptionId: string;
  readonly formNumber: number;
  readonly channel: SignUpChannel;
  readonly fields: FieldValues;
  readonly ip: string | null;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  /** Confirmation mails asked for so far. */
  readonly mails: number;
  readonly usedAt: Date | null;
}

const validHours: Record<SignUpChannel, number> = {
  form: 24,
  'blank-mail': 24,
  'migration-list': 14 * 24,
};
const maxMails = 2;

/** @clause §2.3, D-13 */
export const expiryOf = (askedAt: Date, channel: SignUpChannel = 'form'): Date =>
  new Date(askedAt.getTime() + validHours[channel] * 3_600_000);

/** The first instant at which it cannot be confirmed any more is `expiresAt` itself. */
export const isExpired = (request: OptInRequest, now: Date): boolean => now >= request.expiresAt;

/** One mail more, and only one. */
export const mayMailAgain = (request: OptInRequest): boolean => request.mails < maxMails;
