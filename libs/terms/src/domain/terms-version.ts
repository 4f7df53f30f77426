import { startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** What is stored; `effective` and `superseded` follow from it and the time. @clause §2.6 */
const storedStates = ['draft', 'in_review', 'approved', 'published'] as const;
export type StoredState = (typeof storedStates)[number];

export type TermsState = StoredState | 'effective' | 'superseded';
export const termsStates: readonly TermsState[] = [...storedStates, 'effective', 'superseded'];

/** What a change means to those who are bound: one that takes something from them needs time. */
export const impacts = ['neutral', 'beneficial', 'adverse'] as const;
export type Impact = (typeof impacts)[number];

/** Days between publication and effect of a change to somebody's disadvantage. */
export const adverseLeadDays = 30;

export interface Publication {
  readonly number: number;
  /** The instant from which the version binds. */
  readonly inForceFrom: Date;
}

export type PublicationRefusal = 'in-the-past' | 'too-soon' | 'not-after-the-last';

/**
 * When a version binds that is published now to take effect on a day: at 00:00 in Japan of that day. The first
 * version of a document has nobody to surprise and may bind from today on.
 * @param last the latest publication of the same document; null for the first
 */
export const publication = (
  version: { readonly number: number; readonly impact: Impact; readonly effectiveOn: PlainDate },
  last: Publication | null,
  now: Date,
): Publication | { readonly refused: PublicationRefusal } => {
  const midnight = startOfJstDay(version.effectiveOn);
  const { number } = version;
  if (last === null) {
    const today = startOfJstDay(version.effectiveOn.add({ days: 1 })) > now && midnight <= now;
    if (today) return { number, inForceFrom: now };
  }
  if (midnight < now) return { refused: 'in-the-past' };
  if (last !== null && midnight <= last.inForceFrom) return { refused: 'not-after-the-last' };
  const earliest = now.getTime() + adverseLeadDays * 86_400_000;
  if (last !== null && version.impact === 'adverse' && midnight.getTime() < earliest)
    return { refused: 'too-soon' };
  return { number, inForceFrom: midnight };
};

/** The one that binds at an instant: of those in force from then or before, the latest. */
export const inForceAt = <P extends Publication>(
  publications: readonly P[],
  at: Date,
): P | undefined =>
  publications
    .filter(({ inForceFrom }) => inForceFrom <= at)
    .reduce<P | undefined>((a, b) => (a && a.inForceFrom > b.inForceFrom ? a : b), undefined);

/** The state as people see it now. */
export const stateAt = (
  version: { readonly number: number; readonly state: StoredState },
  publications: readonly Publication[],
  now: Date,
): TermsState => {
  if (version.state !== 'published') return version.state;
  const own = publications.find(({ number }) => number === version.number);
  if (!own || own.inForceFrom > now) return 'published';
  return inForceAt(publications, now)?.number === version.number ? 'effective' : 'superseded';
};

export type ReviewRefusal = 'wrong-state' | 'same-person' | 'text-changed';

/** A second person's yes, to exactly the text that was handed in. */
export const review = (
  version: {
    readonly state: StoredState;
    readonly hash: string;
    readonly submittedBy: string | null;
  },
  reviewer: string,
  seenHash: string,
): ReviewRefusal | null => {
  if (version.state !== 'in_review') return 'wrong-state';
  if (version.submittedBy === reviewer) return 'same-person';
  return version.hash === seenHash ? null : 'text-changed';
};
