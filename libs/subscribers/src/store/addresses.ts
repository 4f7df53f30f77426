import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { TenantKeys } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import { mailboxOf } from '../domain/mailbox-of.js';
import { FieldValueStore } from './field-values.js';
import { addressIndex, openAddress, openFields, sealAddress } from './sealed-person.js';

/** One person who is still to be mailed. */
export interface Recipient {
  readonly subscriberId: string;
  readonly address: EmailAddress;
  readonly fields: FieldValues;
  /** The newsletter they get it through: the first of those asked for that they actively read. */
  readonly newsletterId: string;
}

/**
 * The only place where subscribers' addresses are written and read. They rest sealed under the tenant's key and are
 * found by a keyed hash under it: without the key nobody can do either.
 *
 * What must outlive the tenant (proof of consent, suppression) is hashed under the platform's secret instead.
 * @clause W17.4, 同意6
 */
@Injectable()
export class Addresses {
  constructor(
    private readonly secrets: Secrets,
    private readonly keys: TenantKeys,
    private readonly values: FieldValueStore,
  ) {}

  /** The person with this address, made when new; the row is locked until the transaction ends. */
  async keep(
    tx: Tx,
    tenantId: TenantId,
    person: { newId: string; address: EmailAddress; at: Date },
  ): Promise<string> {
    const { newId, address, at } = person;
    const key = await this.keys.open(tenantId);
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, address_hash) DO UPDATE SET domain = EXCLUDED.domain
       RETURNING id`,
      [
        tenantId,
        newId,
        sealAddress(key, newId, address),
        addressIndex(key, address),
        address.domain,
        at,
      ],
    );
    return (row as { id: string }).id;
  }

  async find(tx: Tx, tenantId: TenantId, address: EmailAddress): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM subscribers WHERE tenant_id = $1 AND address_hash = $2`,
      [tenantId, addressIndex(await this.keys.open(tenantId), address)],
    );
    return row?.id;
  }

  /** Undefined when the person is unknown or erased. */
  async of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<EmailAddress | undefined> {
    const [row] = await tx.query<{ id: string; address: Buffer }>(
      `SELECT id, address FROM subscribers WHERE tenant_id = $1 AND id = $2 AND address IS NOT NULL`,
      [tenantId, subscriberId],
    );
    return row && openAddress(await this.keys.open(tenantId), row.id, row.address);
  }

  /**
   * Those among `subscriberIds` who actively read one of the newsletters. Everybody is looked up by
   * themselves: a join may be planned by figures in which the tenant's readers are not counted yet.
   */
  async stillActive(
    tx: Tx,
    tenantId: TenantId,
    wanted: { subscriberIds: readonly string[]; newsletterIds: readonly string[] },
  ): Promise<Recipient[]> {
    const rows = await tx.query<ActiveRow>(
      `SELECT s.id, s.address, s.fields, b.newsletter_id
         FROM unnest($2::uuid[]) AS wanted (id),
           LATERAL (SELECT newsletter_id FROM subscriptions
             WHERE tenant_id = $1 AND subscriber_id = wanted.id AND status = 'active'
               AND newsletter_id = ANY ($3::uuid[])
             ORDER BY array_position($3::uuid[], newsletter_id) LIMIT 1) AS b,
           LATERAL (SELECT id, address, fields FROM subscribers
             WHERE tenant_id = $1 AND id = wanted.id AND address IS NOT NULL OFFSET 0) AS s`,
      [tenantId, wanted.subscriberIds, wanted.newsletterIds],
    );
    const key = await this.keys.open(tenantId);
    return rows.map((row) => ({
      subscriberId: row.id,
      address: openAddress(key, row.id, row.address),
      fields: openFields(key, row.id, row.fields),
      newsletterId: row.newsletter_id,
    }));
  }

  /** Lines for people who may not see addresses: the first letter and the domain. */
  async masked(
    tx: Tx,
    tenantId: TenantId,
    subscriberIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; address: Buffer }>(
      `SELECT id, address FROM subscribers
        WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND address IS NOT NULL`,
      [tenantId, subscriberIds],
    );
    const key = await this.keys.open(tenantId);
    return new Map(rows.map(({ id, address }) => [id, openAddress(key, id, address).masked]));
  }

  /** Forgets address and fields for good. */
  async erase(tx: Tx, tenantId: TenantId, subscriberId: string, at: Date): Promise<void> {
    const [held] = await tx.query<{ tokens: string[] }>(
      `SELECT field_tokens::text[] AS tokens FROM subscribers
        WHERE tenant_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE`,
      [tenantId, subscriberId],
    );
    if (!held) return;
    await tx.execute(
      `UPDATE subscribers SET address = NULL, address_hash = NULL, domain = NULL, fields = NULL, field_tokens = '{}',
              erased_at = $3
        WHERE tenant_id = $1 AND id = $2`,
      [tenantId, subscriberId, at],
    );
    await this.values.forgetUnused(tx, tenantId, held.tokens);
  }

  /** Shows later that a given address consented, without being able to tell which address it was. */
  proofOf(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.mac('consent-proof', `${tenantId}:${address.key}`);
  }

  /** Recognises an address that left, after it was erased. */
  suppressionKey(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.mac('suppression', `${tenantId}:${address.key}`);
  }

  /** The same for all tenants and spellings: a mailbox is to be spared whoever's form is abused. */
  budgetKey(address: EmailAddress): Buffer {
    return this.secrets.mac('sign-up-budget', `address:${mailboxOf(address)}`);
  }
}

interface ActiveRow {
  readonly id: string;
  readonly address: Buffer;
  readonly fields: Buffer | null;
  readonly newsletter_id: string;
}
