import { Config, ConfigProblem } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DkimSigner } from './dkim-signer.js';

/** The platform's own signature, for mails whose From domain no tenant has a key for. */
@Injectable()
export class PlatformDkimKey {
  readonly signer: DkimSigner | undefined;

  /** @throws ConfigProblem when the file is no usable key, so that no process starts with one */
  constructor(config: Config) {
    const file = config.get('DKIM_KEY_FILE');
    if (file !== '') this.signer = new DkimSigner([readKey(file, config)]);
  }
}

const readKey = (
  file: string,
  config: Config,
): ConstructorParameters<typeof DkimSigner>[0][number] => {
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
