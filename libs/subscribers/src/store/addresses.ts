import { emailAddress } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';

/** One person who is still to be mailed. */
export interface Recipient {
  readonly subscriberId: string;
  readonly address: EmailAddress;
  readonly fields: FieldValues;
  /** The newsletter they get it through: the first of those asked for that they actively read. */
  readonly newsletterId: string;
}

/**
 * The only place where subscribers' addresses are written and read. They are found by a keyed hash, so that how
 * they rest in the table can change without anybody else noticing.
 * @clause W17.4
 */
@Injectable()
export class Addresses {
  constructor(private readonly secrets: Secrets) {}

  /** The person with this address, made when new; the row is locked until the transaction ends. */
  async keep(
    tx: Tx,
    tenantId: TenantId,
    person: { newId: string; address: EmailAddress; at: Date },
  ): Promise<string> {
    const { newId, address, at } = person;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, address_hash) DO UPDATE SET domain = EXCLUDED.domain
       RETURNING id`,
      [tenantId, newId, address.toString(), this.index(tenantId, address), address.domain, at],
    );
    return (row as { id: string }).id;
  }

  async find(tx: Tx, tenantId: TenantId, address: EmailAddress): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT id FROM subscribers WHERE tenant_id = $1 AND address_hash = $2`,
      [tenantId, this.index(tenantId, address)],
    );
    return row?.id;
  }

  /** Undefined when the person is unknown or erased. */
  async of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<EmailAddress | undefined> {
    const [row] = await tx.query<{ address: string }>(
      `SELECT address FROM subscribers WHERE tenant_id = $1 AND id = $2 AND address IS NOT NULL`,
      [tenantId, subscriberId],
    );
    return row && emailAddress(row.address);
  }

  /** Those among `subscriberIds` who actively read one of the newsletters, each once. */
  async stillActive(
    tx: Tx,
    tenantId: TenantId,
    wanted: { subscriberIds: readonly string[]; newsletterIds: readonly string[] },
  ): Promise<Recipient[]> {
    const rows = await tx.query<ActiveRow>(
      `SELECT DISTINCT ON (s.id) s.id, s.address, s.fields, b.newsletter_id
         FROM subscriptions b
         JOIN subscribers s ON s.tenant_id = b.tenant_id AND s.id = b.subscriber_id
        WHERE b.tenant_id = $1 AND b.subscriber_id = ANY ($2::uuid[]) AND b.status = 'active'
          AND b.newsletter_id = ANY ($3::uuid[]) AND s.address IS NOT NULL
        ORDER BY s.id, array_position($3::uuid[], b.newsletter_id)`,
      [tenantId, wanted.subscriberIds, wanted.newsletterIds],
    );
    return rows.map((row) => ({
      subscriberId: row.id,
      address: emailAddress(row.address),
      fields: row.fields,
      newsletterId: row.newsletter_id,
    }));
  }

  /** Lines for people who may not see addresses: the first letter and the domain. */
  async masked(
    tx: Tx,
    tenantId: TenantId,
    subscriberIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; address: string }>(
      `SELECT id, address FROM subscribers
        WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND address IS NOT NULL`,
      [tenantId, subscriberIds],
    );
    return new Map(rows.map(({ id, address }) => [id, emailAddress(address).masked]));
  }

  /** Forgets address and fields for good. */
  async erase(tx: Tx, tenantId: TenantId, subscriberId: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE subscribers SET address = NULL, address_hash = NULL, domain = NULL, fields = '{}', erased_at = $3
        WHERE tenant_id = $1 AND id = $2 AND erased_at IS NULL`,
      [tenantId, subscriberId, at],
    );
  }

  /** For an address that waits to be asked; opens for the same tenant only. */
  seal(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.encrypt('migration-list', tenantId, Buffer.from(address.toString()));
  }

  /** Undoes {@link seal}. */
  unseal(tenantId: TenantId, sealed: Buffer): EmailAddress {
    return emailAddress(this.secrets.decrypt('migration-list', tenantId, sealed).toString());
  }

  /** Shows later that a given address consented, without being able to tell which address it was. */
  proofOf(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.mac('consent-proof', `${tenantId}:${address.key}`);
  }

  /** Recognises an address that left, after it was erased. */
  suppressionKey(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.mac('suppression', `${tenantId}:${address.key}`);
  }

  /** The same for all tenants: a mailbox is to be spared whoever's form is abused. */
  budgetKey(address: EmailAddress): Buffer {
    return this.secrets.mac('sign-up-budget', `address:${address.key}`);
  }

  private index(tenantId: TenantId, address: EmailAddress): Buffer {
    return this.secrets.mac('address-index', `${tenantId}:${address.key}`);
  }
}

interface ActiveRow {
  readonly id: string;
  readonly address: string;
  readonly fields: FieldValues;
  readonly newsletter_id: string;
}
