import { startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** How a notice travelled, and the proof of its arrival where there is one. */
export type NoticeTransit =
  /** To the operator: our mail server's 250. The Date header proves nothing. */
  | { readonly channel: 'mail-in'; readonly acceptedAt: Date | null }
  /** To the operator: the commit of the form; null for a draft. */
  | { readonly channel: 'web'; readonly committedAt: Date | null }
  /** To the operator, by post or hand: the receipt stamp, which counts for the whole day. */
  | { readonly channel: 'paper'; readonly stampedOn: PlainDate | null }
  /** To the tenant: the other server's 250, unless the mail bounced afterwards. */
  | {
      readonly channel: 'mail-out';
      readonly acceptedAt: Date | null;
      readonly bouncedAt: Date | null;
    }
  /** To the tenant: shown in the portal. */
  | { readonly channel: 'portal'; readonly publishedAt: Date | null }
  /** To the tenant, by post: the day of its delivery. */
  | { readonly channel: 'letter'; readonly deliveredOn: PlainDate | null };

/**
 * The instant of arrival; null while the notice has not arrived and so has no effect (民法97条).
 * @clause W5.3, W22.1
 * @decision D-15
 */
export const arrivedAt = (transit: NoticeTransit): Date | null => {
  switch (transit.channel) {
    case 'mail-in':
      return transit.acceptedAt;
    case 'web':
      return transit.committedAt;
    case 'paper':
      return transit.stampedOn && startOfJstDay(transit.stampedOn);
    case 'mail-out':
      return transit.bouncedAt ? null : transit.acceptedAt;
    case 'portal':
      return transit.publishedAt;
    case 'letter':
      return transit.deliveredOn && startOfJstDay(transit.deliveredOn);
  }
};
