/** One of the relays that SMTP_URL names. */
export interface ListedRelay {
  /** `host:port`; what settings, figures and people call it. */
  readonly name: string;
  /** What nodemailer understands, without what is ours. */
  readonly url: string;
  /** Its part of the mails, held against the others' weights. */
  readonly weight: number;
  /** Mails a second it may be given; null for as many as it takes. */
  readonly perSecond: number | null;
}

const defaultPort = { 'smtp:': '587', 'smtps:': '465' };

/**
 * Reads a list such as `smtp://a.example:25?weight=3&rate=100, smtps://user:password@b.example`.
 * @throws RangeError when a URL, a weight or a rate is none, or a relay is named twice
 */
export const readRelayList = (text: string): ListedRelay[] => {
  const relays = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(readOne);
  const names = new Set(relays.map(({ name }) => name));
  if (relays.length === 0 || names.size < relays.length) throw new RangeError('no list of relays');
  return relays;
};

const readOne = (text: string): ListedRelay => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || !url.hostname)
    throw new RangeError('not the address of a relay');
  const weight = url.searchParams.get('weight');
  const rate = url.searchParams.get('rate');
  url.searchParams.delete('weight');
  url.searchParams.delete('rate');
  return {
    name: `${url.hostname}:${url.port || defaultPort[url.protocol]}`,
    url: weight === null && rate === null ? text : url.toString(),
    weight: weight === null ? 1 : positive(weight),
    perSecond: rate === null ? null : positive(rate),
  };
};

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 1_000_000)) throw new RangeError('not a positive number');
  return value;
};
