import type { Purpose } from '#lib/kernel';
import { retentions } from '../retention.js';
import type { DataClass, Retention } from '../retention.js';
import { register } from './register.js';

/** How data of one table is treated, for people to read. */
export interface Treatment {
  readonly class: DataClass;
  readonly purposes: readonly Purpose[];
  readonly role: 'controller' | 'entrusted';
  readonly retention: Retention;
}

/** What the register says about tables. */
export const treatmentOf = (tables: readonly string[]): Treatment[] =>
  register
    .filter(({ table }) => tables.includes(table))
    .map(({ class: dataClass, purposes, role }) => ({
      class: dataClass,
      purposes,
      role,
      retention: retentions[dataClass],
    }));
