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
  /** Whether a mail may go to it in one piece where it says that it can take that. @rfc 3030 */
  readonly chunking: boolean;
}

const defaultPort = { 'smtp:': '587', 'smtps:': '465' };

/** What the library knows nothing of. */
const ours = ['weight', 'rate', 'chunking'] as const;

/**
 * Reads a list such as `smtp://a.example:25?weight=3&rate=100, smtps://user:password@b.example?chunking=off`.
 * @throws RangeError when a URL, a weight, a rate or a switch is none, or a relay is named twice
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
  const [weight, rate, chunking] = ours.map((name) => url.searchParams.get(name) ?? undefined);
  const isPlain = ours.every((name) => !url.searchParams.has(name));
  for (const name of ours) url.searchParams.delete(name);
  return {
    name: `${url.hostname}:${url.port || defaultPort[url.protocol]}`,
    url: isPlain ? text : url.toString(),
    weight: weight === undefined ? 1 : positive(weight),
    perSecond: rate === undefined ? null : positive(rate),
    chunking: chunking === undefined || onOrOff(chunking),
  };
};

const onOrOff = (text: string): boolean => {
  if (text !== 'on' && text !== 'off') throw new RangeError('neither on nor off');
  return text === 'on';
};

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 1_000_000)) throw new RangeError('not a positive number');
  return value;
};
