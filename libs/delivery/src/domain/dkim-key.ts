/** RSA is understood by every receiver; Ed25519 stands beside it where wanted, never alone. @rfc 8463 */
export type DkimAlgorithm = 'rsa' | 'ed25519';

/**
 * pending: made, its record not seen yet. active: signs. retiring: signs no more, but its record must stay for mails
 * that are under way. retired: its private half is gone and its record may go too.
 */
export type DkimKeyState = 'pending' | 'active' | 'retiring' | 'retired';

/** What may be shown of a key. */
export interface DkimKey {
  readonly id: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
  readonly state: DkimKeyState;
  /** Base64 as it stands in the record: SPKI for RSA, the bare 32 bytes for Ed25519. */
  readonly publicKey: string;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  /** When a retiring key may be forgotten. */
  readonly retireAt: Date | null;
}

/** Relays keep a mail for up to five days, and readers' systems may check it again when it arrives. */
const retiringMs = 7 * 86_400_000;

/** What the DNS says about a key: `unsure` when it could not be asked. */
export type KeySighting = 'right' | 'wrong' | 'unsure';

export interface KeyMoves {
  readonly activate: readonly string[];
  readonly retire: readonly string[];
  readonly retireAt: Date;
  /** Whether the domain is proven by an RSA key that signs; undefined when the DNS could not say. */
  readonly verified: boolean | undefined;
}

/**
 * What follows from a look at the DNS: a pending key that is published takes over, the one before it starts to
 * retire. A key that merely could not be looked up changes nothing.
 */
export const movesAfter = (
  keys: readonly DkimKey[],
  sightings: ReadonlyMap<string, KeySighting>,
  now: Date,
): KeyMoves => {
  const seen = (key: DkimKey): KeySighting => sightings.get(key.id) ?? 'unsure';
  const arriving = keys.filter((key) => key.state === 'pending' && seen(key) === 'right');
  const taken = new Set(arriving.map(({ algorithm }) => algorithm));
  const leaving = keys.filter((key) => key.state === 'active' && taken.has(key.algorithm));
  const signing = [
    ...keys.filter((key) => key.state === 'active' && !leaving.includes(key)),
    ...arriving,
  ];
  return {
    activate: arriving.map(({ id }) => id),
    retire: leaving.map(({ id }) => id),
    retireAt: new Date(now.getTime() + retiringMs),
    verified: verdictOn(signing.filter(({ algorithm }) => algorithm === 'rsa').map(seen)),
  };
};

const verdictOn = (sightings: readonly KeySighting[]): boolean | undefined => {
  if (sightings.includes('right')) return true;
  return sightings.includes('unsure') ? undefined : false;
};
