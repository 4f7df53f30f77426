import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { createPrivateKey } from 'node:crypto';
import { DkimKeys } from '../store/dkim-keys.js';
import type { ActiveKey } from '../store/dkim-keys.js';
import { DkimSigner } from './dkim-signer.js';
import type { SigningKey } from './dkim-signer.js';
import { keyOwner } from './new-dkim-keys.js';
import { PlatformDkimKey } from './platform-dkim-key.js';

interface Known {
  readonly signer: DkimSigner | undefined;
  readonly untilMs: number;
}

/** How long a process goes on with the keys it read; far shorter than a key takes to retire. */
const freshMs = 30_000;
const most = 500;

/** Who signs for a From address: the tenant's own keys for that domain with the platform's, else the latter alone. */
@Injectable()
export class DkimSigners {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly keys: DkimKeys,
    private readonly platform: PlatformDkimKey,
    private readonly secrets: Secrets,
  ) {}

  /** Cheap enough to be asked for every micro-batch. @throws Error when a key cannot be decrypted */
  async of(tx: Tx, tenantId: TenantId, fromAddress: string): Promise<DkimSigner | undefined> {
    const domain = domainOf(fromAddress);
    const name = `${tenantId}/${domain}`;
    const known = this.known.get(name);
    if (known && performance.now() < known.untilMs) return known.signer;
    const active = await this.keys.active(tx, tenantId, domain);
    const signer =
      active.length > 0
        ? new DkimSigner([
            ...active.map((key) => this.open(tenantId, domain, key)),
            ...this.platform.keys.filter((key) => key.domain !== domain),
          ])
        : this.platform.signer;
    if (this.known.size >= most) this.known.clear();
    this.known.set(name, { signer, untilMs: performance.now() + freshMs });
    return signer;
  }

  private open(tenantId: TenantId, domain: string, key: ActiveKey): SigningKey {
    const { id, selector, algorithm, privateKey } = key;
    const der = this.secrets.decrypt('dkim-key', keyOwner(tenantId, id), privateKey);
    return {
      domain,
      selector,
      algorithm,
      privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
    };
  }
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
