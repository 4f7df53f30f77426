import { generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { DkimAlgorithm } from '../domain/dkim-key.js';

export interface DkimKeyPair {
  /** As it stands after `p=` in the record. */
  readonly publicKey: string;
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
}

const generate = promisify(generateKeyPair);
/** An Ed25519 key's SPKI is a fixed head and then the 32 bytes that the record holds. @rfc 8463 §4.2 */
const ed25519Bytes = 32;

/** Makes a key beside the event loop; RSA-2048 takes some tenths of a second there. @rfc 8301 §3.2 */
export const makeDkimKeyPair = async (algorithm: DkimAlgorithm): Promise<DkimKeyPair> => {
  const { publicKey, privateKey } = await makePair(algorithm);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const shown = algorithm === 'rsa' ? spki : spki.subarray(-ed25519Bytes);
  return {
    publicKey: shown.toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
};

const makePair = (
  algorithm: DkimAlgorithm,
): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> =>
  algorithm === 'rsa' ? generate('rsa', { modulusLength: 2048 }) : generate('ed25519');
