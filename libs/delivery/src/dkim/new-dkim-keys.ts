import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { base32, Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { DkimAlgorithm } from '../domain/dkim-key.js';
import type { DkimKeyRow } from '../store/dkim-key.row.js';
import { makeDkimKeyPair } from './dkim-key-pair.js';

/** Makes keys that wait for their record to be published, their private halves encrypted. */
@Injectable()
export class NewDkimKeys {
  constructor(private readonly secrets: Secrets) {}

  make(
    tenantId: TenantId,
    domainId: string,
    algorithms: readonly DkimAlgorithm[],
    createdAt: Date,
  ): Promise<DkimKeyRow[]> {
    return Promise.all(
      algorithms.map(async (algorithm): Promise<DkimKeyRow> => {
        const id = newId(createdAt);
        const pair = await makeDkimKeyPair(algorithm);
        return {
          tenantId,
          id,
          domainId,
          // Random, because two tenants may write from one domain.
          selector: `hk-${base32(randomBytes(5))}`,
          algorithm,
          state: 'pending',
          publicKey: pair.publicKey,
          privateKey: this.secrets.encrypt('dkim-key', keyOwner(tenantId, id), pair.privateKey),
          createdAt,
          activatedAt: null,
          retireAt: null,
        };
      }),
    );
  }
}

/** Binds an encrypted private half to its row. */
export const keyOwner = (tenantId: TenantId, keyId: string): string => `${tenantId}/${keyId}`;
