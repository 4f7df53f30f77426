import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BankSettings } from '../domain/banks/bank-settings.js';
import { paymentsErrors } from '../payments.errors.js';

export interface StoredBankProfile {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly settings: BankSettings;
}

/** The provider's banks; they belong to no tenant. */
@Injectable()
export class BankProfiles {
  list(tx: Tx): Promise<StoredBankProfile[]> {
    return tx.query(`SELECT id, name, version, settings FROM bank_profiles ORDER BY name`);
  }

  /** @throws BusinessError payments.bank-profile-not-found */
  async get(tx: Tx, id: string): Promise<StoredBankProfile> {
    const [profile] = await tx.query<StoredBankProfile>(
      `SELECT id, name, version, settings FROM bank_profiles WHERE id = $1`,
      [id],
    );
    if (!profile) throw paymentsErrors.bankProfileNotFound();
    return profile;
  }

  /** The bank that tenants are asked to transfer to: the one that was set up first. */
  async first(tx: Tx): Promise<StoredBankProfile | undefined> {
    const [profile] = await tx.query<StoredBankProfile>(
      `SELECT id, name, version, settings FROM bank_profiles ORDER BY id LIMIT 1`,
    );
    return profile;
  }

  /** @throws BusinessError payments.bank-profile-name-taken */
  async insert(tx: Tx, { id, name, settings }: Omit<StoredBankProfile, 'version'>): Promise<void> {
    await tx
      .execute('INSERT INTO bank_profiles (id, name, version, settings) VALUES ($1, $2, 1, $3)', [
        id,
        name,
        JSON.stringify(settings),
      ])
      .catch(nameTaken);
  }

  /** False when somebody else changed it first. @throws BusinessError payments.bank-profile-name-taken */
  async replace(tx: Tx, { id, name, version, settings }: StoredBankProfile): Promise<boolean> {
    const count = await tx
      .execute(
        'UPDATE bank_profiles SET name = $3, settings = $4, version = version + 1 WHERE id = $1 AND version = $2',
        [id, version, name, JSON.stringify(settings)],
      )
      .catch(nameTaken);
    return count > 0;
  }
}

const nameTaken = (error: unknown): never => {
  throw isDuplicate(error) ? paymentsErrors.bankProfileNameTaken({ field: 'name' }) : error;
};
