import type { DkimKey } from './dkim-key.js';
import type { DnsAnswer } from './dns-answer.js';
import { readTags } from './tag-list.js';

/** The record that lets receivers check a key's signatures. @rfc 6376 §3.6.1 */
export const dkimRecord = ({
  algorithm,
  publicKey,
}: Pick<DkimKey, 'algorithm' | 'publicKey'>): string => `v=DKIM1; k=${algorithm}; p=${publicKey}`;

export type DkimVerdict =
  | 'right'
  | 'missing'
  /** Several records at one name: receivers may take any. */
  | 'several'
  | 'broken'
  | 'other-key'
  /** An empty p=. */
  | 'revoked'
  /** t=y tells receivers to take signatures no more seriously than none. */
  | 'testing'
  | 'unsure';

/** Whether receivers who find this answer will accept signatures of the key. */
export const judgeDkim = (
  { algorithm, publicKey }: Pick<DkimKey, 'algorithm' | 'publicKey'>,
  answer: DnsAnswer<string>,
): DkimVerdict => {
  if (answer.kind === 'failed') return 'unsure';
  if (answer.kind === 'none') return 'missing';
  const [record = '', ...more] = answer.values;
  if (more.length > 0) return 'several';
  const tags = readTags(record);
  const shown = tags?.get('p')?.replaceAll(/\s/g, '');
  if (!tags || shown === undefined || (tags.get('v') ?? 'DKIM1') !== 'DKIM1') return 'broken';
  if (shown === '') return 'revoked';
  if (shown !== publicKey || (tags.get('k') ?? 'rsa') !== algorithm) return 'other-key';
  if (!allows(tags.get('h'), 'sha256') || !allows(tags.get('s') ?? '*', 'email')) return 'broken';
  return allows(tags.get('t') ?? '', 'y') ? 'testing' : 'right';
};

/** Colon-separated; an absent list allows everything, and so does a star. */
const allows = (list: string | undefined, wanted: string): boolean =>
  list === undefined || list.split(':').some((one) => ['*', wanted].includes(one.trim()));
