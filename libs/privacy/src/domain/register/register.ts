import type { Purpose } from '#lib/kernel';
import { notPersonal } from './not-personal.js';
import { payers } from './payers.js';
import { people } from './people.js';
import type { PersonalColumns } from './personal-columns.js';
import { readers } from './readers.js';

/** All personal data that the platform holds, with purpose, class and role. @clause P2, P4, §3.7 */
export const register: readonly PersonalColumns[] = [...people, ...readers, ...payers];

/** `table.column` of everything in the register, with repetitions. */
export const personalNames = (): string[] =>
  register.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));

/** The tables of the register with their classes; a table may have several. */
export const personalClasses = (): Pick<PersonalColumns, 'table' | 'class'>[] =>
  register.map(({ table, class: each }) => ({ table, class: each }));

/** For what any of it is held. */
export const personalPurposes = (): Set<Purpose> =>
  new Set(register.flatMap(({ purposes }) => purposes));

/** `table.column` of what rests sealed or hashed. */
export const coveredNames = (): string[] =>
  register.flatMap(({ table, columns, rests }) =>
    rests === 'sealed' || rests === 'hashed' ? columns.map((column) => `${table}.${column}`) : [],
  );

/** `table.column` of class A about which nobody said how it rests. @clause 同意6 */
export const restsUnknown = (lines: readonly PersonalColumns[] = register): string[] =>
  lines.flatMap(({ table, columns, class: dataClass, rests }) =>
    dataClass === 'A' && rests === undefined ? columns.map((column) => `${table}.${column}`) : [],
  );

/** `table.column` of what is known not to be personal data. */
export const plainNames = (): string[] =>
  Object.entries(notPersonal).flatMap(([table, columns]) =>
    columns.split(' ').map((column) => `${table}.${column}`),
  );

/** Those of the schema's columns about which nobody has said whether they hold personal data. */
export const unregistered = (columns: readonly string[]): string[] => {
  const known = new Set([...personalNames(), ...plainNames()]);
  return columns.filter((column) => !known.has(column));
};
