import { PlainDate, endOfMonth, startOfJstDay } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import type { MinimumTerm } from './minimum-term.js';
import { endByOperator, endByTenant, later } from './notice-end.js';
import type { NoticeEffect } from './notice-end.js';

/** A non-renewal notice or a cancellation, as it was received. */
export interface Notice {
  readonly id: string;
  readonly from: 'tenant' | 'operator';
  /** Null while it has not arrived. */
  readonly arrivedAt: Date | null;
  /** 最後に利用する月, where the sender wants to go on for longer than need be. */
  readonly lastMonthOfUse: YearMonth | null;
  readonly withdrawnAt: Date | null;
}

export interface GoverningNotice {
  readonly noticeId: string;
  readonly effect: NoticeEffect;
}

/**
 * What one notice does; undefined when it has not arrived or was withdrawn.
 * @clause W5.3, W15.1
 */
export const effectOf = (
  notice: Notice,
  term: MinimumTerm,
  renewalMonths = 1,
): NoticeEffect | undefined => {
  if (!notice.arrivedAt || notice.withdrawnAt) return undefined;
  const effect =
    notice.from === 'tenant'
      ? endByTenant(term, notice.arrivedAt)
      : endByOperator(term, notice.arrivedAt, renewalMonths);
  const wish = notice.lastMonthOfUse && endOfMonth(notice.lastMonthOfUse);
  return wish ? { ...effect, endDate: later(effect.endDate, wish) } : effect;
};

/**
 * Of several notices the one with the earliest end, and of those with the same end the first to arrive.
 * @decision D-20
 */
export const governingNotice = (
  notices: readonly Notice[],
  term: MinimumTerm,
  renewalMonths = 1,
): GoverningNotice | undefined => {
  const inForce = notices.flatMap((notice) => {
    const effect = effectOf(notice, term, renewalMonths);
    return effect
      ? [{ noticeId: notice.id, effect, arrived: notice.arrivedAt?.getTime() ?? 0 }]
      : [];
  });
  const [first] = inForce.sort(
    (a, b) =>
      PlainDate.compare(a.effect.endDate, b.effect.endDate) ||
      a.arrived - b.arrived ||
      (a.noticeId < b.noticeId ? -1 : 1),
  );
  return first && { noticeId: first.noticeId, effect: first.effect };
};

export interface Withdrawal {
  readonly senderAsks: boolean;
  readonly otherPartyConsents: boolean;
  /** The end of the contract; null where it is not fixed. */
  readonly endDate: PlainDate | null;
}

export type WithdrawalRefusal = 'not-asked-for' | 'no-consent' | 'already-ended';

/**
 * Why a notice cannot be taken back; undefined when it can. The other party has begun to rely on it, so both must
 * want it, and before the contract is over.
 * @decision D-20
 */
export const withdrawalRefusal = (
  { senderAsks, otherPartyConsents, endDate }: Withdrawal,
  now: Date,
): WithdrawalRefusal | undefined => {
  if (endDate && now >= startOfJstDay(endDate.add({ days: 1 }))) return 'already-ended';
  if (!senderAsks) return 'not-asked-for';
  return otherPartyConsents ? undefined : 'no-consent';
};
