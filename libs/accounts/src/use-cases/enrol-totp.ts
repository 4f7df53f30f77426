import { randomBytes } from 'node:crypto';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { Actor } from '../domain/actor.js';
import { enrolment } from '../domain/one-time-password.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';
import { ConfirmPassword } from './confirm-password.js';

/** @rfc 4226 §4: at least 128 bits, 160 recommended */
const secretBytes = 20;

interface Wish {
  readonly actor: Actor;
  readonly password: string;
  readonly ip: string;
}

/** Begins with an authenticator app: gives its secret, which counts only once a code of it was shown. */
@Injectable()
export class EnrolTotp {
  constructor(
    private readonly database: Database,
    private readonly confirm: ConfirmPassword,
    private readonly factors: SecondFactorsStore,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.totp-is-set, accounts.too-many-tries */
  async execute(wish: Wish): Promise<{ readonly secret: string; readonly uri: string }> {
    const { ref, email } = await this.confirm.execute(wish);
    const plain = randomBytes(secretBytes);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await this.database.asSystem(async (tx) => {
      if (await this.factors.confirmedSince(tx, ref)) throw accountsErrors.totpIsSet();
      const secret = this.secrets.encrypt('totp', id, plain);
      await this.factors.begin(tx, ref, { id, secret, createdAt });
    });
    return enrolment(plain, { issuer: 'Hikyaku', label: email });
  }
}
