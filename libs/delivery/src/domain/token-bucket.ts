/** How many mails may go a second, and how many may go at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * What is in a bucket at an instant. Two currents run into it: everybody draws from `tokens`; while small mailings
 * are there, large ones draw only what has run into `bulk` meanwhile.
 */
export interface Bucket {
  readonly tokens: number;
  readonly bulk: number;
  readonly at: Date;
  /** When a small mailing last drew; null for never. */
  readonly smallAt: Date | null;
}

export interface Draw {
  readonly wanted: number;
  /** Whether a small mailing draws, which goes before large ones. */
  readonly small: boolean;
  readonly now: Date;
}

export interface Drawn {
  readonly bucket: Bucket;
  /** Whole mails. */
  readonly granted: number;
  /** When it is worth asking again; the present when something was granted. */
  readonly nextAt: Date;
}

/** What large mailings are left of the rate while small ones are there, so that none ever stands still. */
const bulkShare = 0.1;
/** How long after its last draw a small mailing counts as there. */
const smallStaysMs = 1500;

/** A second's worth, one at least. */
export const rateOf = (perSecond: number): Rate => ({
  perSecond,
  burst: Math.max(1, perSecond),
});

/** A bucket nobody has drawn from yet: what may go at once is there. */
export const fullBucket = (rate: Rate, now: Date): Bucket => ({
  tokens: rate.burst,
  bulk: 0,
  at: now,
  smallAt: null,
});

/** Draws whole mails. Within any time t no more than burst + t × rate are ever granted. */
export const draw = (before: Bucket, rate: Rate, { wanted, small, now }: Draw): Drawn => {
  const full = refilled(before, rate, now);
  const crowded = !small && smallIsThere(before, now);
  const available = crowded ? Math.min(full.tokens, full.bulk) : full.tokens;
  const granted = Math.max(0, Math.min(wanted, Math.floor(available + rounding)));
  const bucket: Bucket = {
    ...full,
    tokens: full.tokens - granted,
    bulk: Math.max(0, full.bulk - granted),
    smallAt: small ? now : before.smallAt,
  };
  if (granted > 0) return { bucket, granted, nextAt: now };
  const seconds = crowded
    ? (mostBulk(rate) - full.bulk) / bulkRate(rate)
    : (1 - available) / rate.perSecond;
  return { bucket, granted, nextAt: new Date(now.getTime() + Math.ceil(seconds * 1000)) };
};

/** Gives back what was drawn and not used. */
export const giveBack = (bucket: Bucket, rate: Rate, unused: number): Bucket => ({
  ...bucket,
  tokens: Math.min(rate.burst, bucket.tokens + unused),
});

/** Time that goes backwards fills nothing. */
const refilled = (bucket: Bucket, rate: Rate, now: Date): Bucket => {
  const seconds = Math.max(0, (now.getTime() - bucket.at.getTime()) / 1000);
  return {
    ...bucket,
    tokens: Math.min(rate.burst, bucket.tokens + seconds * rate.perSecond),
    bulk: Math.min(mostBulk(rate), bucket.bulk + seconds * bulkRate(rate)),
    at: seconds > 0 ? now : bucket.at,
  };
};

const bulkRate = ({ perSecond }: Rate): number => perSecond * bulkShare;

/** What large mailings may gather in a second: who came in vain comes again for all of it, not for single mails. */
const mostBulk = (rate: Rate): number => Math.max(1, bulkRate(rate));

const smallIsThere = ({ smallAt }: Bucket, now: Date): boolean =>
  smallAt !== null && now.getTime() - smallAt.getTime() < smallStaysMs;

/** Sums of tenths that are a hair short of a whole mail. */
const rounding = 1e-9;
