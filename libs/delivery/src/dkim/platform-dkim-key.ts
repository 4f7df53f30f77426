import { Config, ConfigProblem } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DkimSigner } from './dkim-signer.js';
import type { SigningKey } from './dkim-signer.js';

/**
 * The platform's own signature: the only one where no tenant has a key for the From domain, else beside the tenant's,
 * as the address that complaints come to is in our domain. @rfc 9477 §3.1.3
 */
@Injectable()
export class PlatformDkimKey {
  /** None without a file of a key. */
  readonly keys: readonly SigningKey[];
  readonly signer: DkimSigner | undefined;

  /** @throws ConfigProblem when the file is no usable key, so that no process starts with one */
  constructor(config: Config) {
    const file = config.get('DKIM_KEY_FILE');
    this.keys = file === '' ? [] : [readKey(file, config)];
    if (this.keys.length > 0) this.signer = new DkimSigner(this.keys);
  }
}

const readKey = (file: string, config: Config): SigningKey => {
  try {
    const privateKey = createPrivateKey(readFileSync(file));
    const { modulusLength = 0 } = privateKey.asymmetricKeyDetails ?? {};
    if (privateKey.asymmetricKeyType !== 'rsa' || modulusLength < 2048) throw new Error('weak');
    const domain = config.get('MAIL_DOMAIN');
    return { domain, selector: config.get('DKIM_SELECTOR'), algorithm: 'rsa', privateKey };
  } catch {
    throw new ConfigProblem([
      'DKIM_KEY_FILE must name a readable PEM file with an RSA key of at least 2048 bits',
    ]);
  }
};
