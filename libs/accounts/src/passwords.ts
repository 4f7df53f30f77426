import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from './accounts.errors.js';
import { normalPassword, passwordProblem, voidPassword } from './domain/password.js';

/** Argon2id with 19 MiB, two passes and one lane: the least that OWASP's cheat sheet on password storage allows. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  /**
   * Hashes a new password.
   * @throws BusinessError accounts.password-too-short, accounts.password-too-plain, on the field `password`
   */
  hash(password: string, email: string, field = 'password'): Promise<string> {
    const problem = passwordProblem(password, email);
    if (problem === 'too-short') throw accountsErrors.passwordTooShort({ field });
    if (problem === 'too-plain') throw accountsErrors.passwordTooPlain({ field });
    return hash(normalPassword(password), cost);
  }

  /** Works as long when there is no hash to compare with, so that the time taken tells nobody who has an account. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.decoy ??= hash('no account has this password', cost);
    const known = passwordHash === voidPassword ? undefined : passwordHash;
    const right = await verify(known ?? (await this.decoy), normalPassword(password));
    return right && known !== undefined;
  }
}
