/** Figures that a detector was convinced by, for people to judge. */
export type Evidence = Readonly<Record<string, number>>;

interface Jump {
  /** The smallest number worth looking at. */
  readonly least: number;
  /** How many times the usual. */
  readonly factor: number;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Much at once and much more than usual; a tenant without a past is measured by the least number alone. */
export const jumpOf = (now: number, usually: number, { least, factor }: Jump): Evidence | null =>
  now >= least && now >= factor * usually ? { now, usually: rounded(usually) } : null;

/** Many asked, hardly anybody confirmed: somebody fills in the form with addresses of others. */
export const floodOf = (
  { asked, confirmed }: { readonly asked: number; readonly confirmed: number },
  limits: { readonly least: number; readonly confirmedShare: number },
): Evidence | null =>
  asked >= limits.least && confirmed <= limits.confirmedShare * asked ? { asked, confirmed } : null;

/** A share that is high by itself and much higher than it was; without a past it is measured by itself. */
export const trendOf = (
  now: { readonly mails: number; readonly bad: number },
  usually: { readonly mails: number; readonly bad: number },
  limits: { readonly mails: number; readonly share: number; readonly factor: number },
): Evidence | null => {
  if (now.mails < limits.mails || now.mails === 0) return null;
  const share = now.bad / now.mails;
  const usualShare = usually.mails > 0 ? usually.bad / usually.mails : 0;
  return share >= limits.share && share >= limits.factor * usualShare
    ? { mails: now.mails, bad: now.bad, share: rounded(share), usualShare: rounded(usualShare) }
    : null;
};

const hostOf = (url: string): string[] => {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./, '');
  return host === '' ? [] : [host];
};

/** Hosts of links that were never used before; the first mailing of a tenant has no past to differ from. */
export const freshHosts = (
  now: readonly string[],
  before: readonly string[],
  { least }: { readonly least: number },
): Evidence | null => {
  const known = new Set(before.flatMap(hostOf));
  const fresh = new Set(now.flatMap(hostOf).filter((host) => !known.has(host)));
  return fresh.size >= least ? { freshHosts: fresh.size, knownHosts: known.size } : null;
};

/** At least so many of something. */
export const atLeast = (name: string, value: number, least: number): Evidence | null =>
  value >= least ? { [name]: value } : null;
