import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import type { Challenge as AltchaChallenge, Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { BudgetStore } from '../store/budget-store.js';

const validMs = 30 * 60_000;

/** A proof of work that a browser does by itself while the form is filled in: about half a second of one core. */
@Injectable()
export class Challenge {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly budgets: BudgetStore,
  ) {}

  create(): Promise<AltchaChallenge> {
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 1_000,
      counter: randomInt(1_000, 3_000),
      data: { until: this.clock.now().getTime() + validMs },
      deriveKey,
      ...this.keys(),
    });
  }

  /** True for a solution of ours that is neither too old nor used before. */
  async isSolved(payload: string | undefined): Promise<boolean> {
    const parsed = payload ? parse(payload) : undefined;
    if (!parsed) return false;
    const now = this.clock.now();
    const until = parsed.challenge.parameters.data?.['until'];
    if (typeof until !== 'number' || until <= now.getTime()) return false;
    const verified = await verifySolution({ ...parsed, deriveKey, ...this.keys() }).then(
      (result) => result.verified,
      () => false,
    );
    return verified && this.isFirstUse(parsed.challenge.signature ?? '', new Date(until));
  }

  private isFirstUse(signature: string, until: Date): Promise<boolean> {
    const rule = { name: 'challenge', limit: 1, endsAt: () => until };
    const key = this.secrets.mac('challenge', `used:${signature}`);
    return this.database.asSystem((tx) => this.budgets.spend(tx, rule, key, this.clock.now()));
  }

  private keys(): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
    return {
      hmacSignatureSecret: this.secrets.seal('challenge', 'signature'),
      hmacKeySignatureSecret: this.secrets.seal('challenge', 'key'),
    };
  }
}

const parse = (payload: string): Payload | undefined => {
  if (payload.length > 4_000) return undefined;
  try {
    const value = JSON.parse(Buffer.from(payload, 'base64').toString()) as Partial<Payload> | null;
    const isWhole =
      typeof value?.challenge?.parameters === 'object' && typeof value.solution === 'object';
    return isWhole ? (value as Payload) : undefined;
  } catch {
    return undefined;
  }
};
