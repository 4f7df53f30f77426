import type { TenantId } from '#lib/kernel';
import type { Database } from './database.js';

export { openDataSource } from './data-source.js';

/**
 * Lets row-level security show this tenant only, whatever tenant is asked for: a test of the second wall alone.
 * Gives the way back.
 */
export const pinSecondWall = (database: Database, tenantId: TenantId): (() => void) => {
  Object.defineProperty(database, 'secondWall', { value: () => tenantId, configurable: true });
  return () => {
    Reflect.deleteProperty(database, 'secondWall');
  };
};
