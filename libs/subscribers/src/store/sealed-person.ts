import { emailAddress } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import type { TenantKey } from '#platform/tenant-keys';
import type { FieldValues } from '../domain/form-field.js';

/** How a person's address and fields rest: sealed under the tenant's key, bound to the row. */

export const sealAddress = (key: TenantKey, id: string, address: EmailAddress): Buffer =>
  key.seal('address', id, Buffer.from(address.toString()));

export const openAddress = (key: TenantKey, id: string, sealed: Buffer): EmailAddress =>
  emailAddress(key.unseal('address', id, sealed).toString());

/** Finds a person by the address; spellings that lead to one mailbox are one. */
export const addressIndex = (key: TenantKey, address: EmailAddress): Buffer =>
  key.index('address-index', address.key);

/** Null where there is nothing to keep. */
export const sealFields = (key: TenantKey, id: string, fields: FieldValues): Buffer | null =>
  Object.keys(fields).length > 0
    ? key.seal('fields', id, Buffer.from(JSON.stringify(fields)))
    : null;

export const openFields = (key: TenantKey, id: string, sealed: Buffer | null): FieldValues =>
  sealed ? (JSON.parse(key.unseal('fields', id, sealed).toString()) as FieldValues) : {};

/** What a field holding a value is found by: 64 bits of a keyed hash, as PostgreSQL's bigint. */
export const tokenOf = (key: TenantKey, text: string): string =>
  key.index('field-index', text).readBigInt64BE().toString();
