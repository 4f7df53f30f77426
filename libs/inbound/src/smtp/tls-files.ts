import { Config, ConfigProblem } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

export interface TlsPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Certificate and key for STARTTLS. There is no self-made default: it would only look like security. @rfc 3207 */
@Injectable()
export class TlsFiles {
  constructor(private readonly config: Config) {}

  /** Undefined when none is configured. @throws ConfigProblem when a file cannot be used */
  read(): TlsPair | undefined {
    const certFile = this.config.get('INBOUND_TLS_CERT_FILE');
    const keyFile = this.config.get('INBOUND_TLS_KEY_FILE');
    if (certFile === '' && keyFile === '') return undefined;
    try {
      const pair = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
      createSecureContext(pair);
      return pair;
    } catch {
      throw new ConfigProblem([
        'INBOUND_TLS_CERT_FILE and INBOUND_TLS_KEY_FILE must name a certificate in PEM and its key',
      ]);
    }
  }
}
