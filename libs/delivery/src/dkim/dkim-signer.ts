import { hash, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { fieldsByName, relaxedBody, relaxedField } from './dkim-canonical.js';
import type { DkimAlgorithm } from '../domain/dkim-key.js';

/** A private key that signs now, and where its public half stands. */
export interface SigningKey {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: DkimAlgorithm;
  readonly privateKey: KeyObject;
}

/**
 * Every field a reader or mailbox provider goes by. Each name stands twice in `h=`: the second stands for "and no
 * other", so nobody on the way can add a From, a List-Unsubscribe or a Cc of their own under our signature.
 * @rfc 6376 §5.4.2, §8.15
 * @rfc 8058 §4
 */
const signedFields = [
  ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Help', 'List-Owner'],
  ...['Feedback-ID', 'CFBL-Address', 'CFBL-Feedback-ID'],
];
const names = signedFields.map((name) => name.toLowerCase());
/** Folded for the mail; the canonical form has one blank for each line break. */
const fieldList = signedFields
  .map((name) => `${name}:${name}`)
  .join(':')
  .replace(/.{50}[^:]*:(?=.)/g, '$&\r\n ');

const signatureAlgorithm: Readonly<Record<DkimAlgorithm, string>> = {
  rsa: 'rsa-sha256',
  ed25519: 'ed25519-sha256',
};

const headEnd = Buffer.from('\r\n\r\n');
const signAsync = promisify(sign) as (
  algorithm: string | null,
  data: Buffer,
  key: KeyObject,
) => Promise<Buffer>;

/**
 * Signs ready mails with one or several keys of a domain. The signing itself runs on the pool of threads beside the
 * event loop, so that several mails are signed at once on all cores.
 * @rfc 6376 relaxed/relaxed, without l=
 * @rfc 8301 rsa-sha256
 * @rfc 8463 ed25519-sha256
 */
export class DkimSigner {
  private readonly keys: readonly ReadyKey[];

  constructor(keys: readonly SigningKey[]) {
    this.keys = keys.map((key) => {
      const prefix = prefixOf(key);
      return { key, prefix, relaxedPrefix: relaxedField(prefix) };
    });
  }

  /** The mail with a signature of each key on top. `at` is the time of signing. */
  async sign(raw: Buffer, at: Date): Promise<Buffer> {
    const end = raw.indexOf(headEnd);
    const head = raw.toString('latin1', 0, end < 0 ? raw.length : end);
    const body = raw.subarray(end < 0 ? raw.length : end + headEnd.length);
    const bodyHash = hash('sha256', relaxedBody(body), 'base64');
    const covered = coveredFields(head);
    const seconds = Math.floor(at.getTime() / 1000);
    const signatures = await Promise.all(
      this.keys.map((key) => signatureField(key, { seconds, bodyHash, covered })),
    );
    return Buffer.concat([Buffer.from(signatures.join(''), 'latin1'), raw]);
  }
}

/** A key with the part of its field that is the same for all mails, as it stands in the mail and as it is signed. */
interface ReadyKey {
  readonly key: SigningKey;
  readonly prefix: string;
  readonly relaxedPrefix: string;
}

const prefixOf = ({ domain, selector, algorithm }: SigningKey): string =>
  `DKIM-Signature: v=1; a=${signatureAlgorithm[algorithm]}; c=relaxed/relaxed; d=${domain};\r\n` +
  ` s=${selector}; h=${fieldList};\r\n`;

/** The signed fields of one mail in the order of `h=`. A second one of a name does not exist, so it adds nothing. */
const coveredFields = (head: string): string => {
  const fields = fieldsByName(head);
  let covered = '';
  for (const name of names) {
    const field = fields.get(name);
    if (field !== undefined) covered += `${relaxedField(field)}\r\n`;
  }
  return covered;
};

const signatureField = async (
  { key: { algorithm, privateKey }, prefix, relaxedPrefix }: ReadyKey,
  { seconds, bodyHash, covered }: { seconds: number; bodyHash: string; covered: string },
): Promise<string> => {
  const tags = `t=${seconds}; bh=${bodyHash};`;
  const data = Buffer.from(`${covered}${relaxedPrefix} ${tags} b=`, 'latin1');
  const signature =
    algorithm === 'rsa'
      ? await signAsync('sha256', data, privateKey)
      : await signAsync(null, hash('sha256', data, 'buffer'), privateKey);
  return `${prefix} ${tags}\r\n b=${folded(signature.toString('base64'))}\r\n`;
};

const folded = (base64: string): string => base64.replace(/.{72}(?=.)/g, '$&\r\n ');
