import type { Secrets } from '#platform/secrets';
import type { TenantKeys } from '#platform/tenant-keys';
import type pg from 'pg';

/** What seals: the keys of tenants for what dies with them, the platform's secret for what outlives them. */
export interface Sealing {
  readonly keys: TenantKeys;
  readonly secrets: Secrets;
}

/** Seals some rows and gives how many; 0 when none is left in plain text. */
export type SealSome = (client: pg.Client, sealing: Sealing) => Promise<number>;
