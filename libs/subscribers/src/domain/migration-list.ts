import { PlainDate, parseEmailAddress } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';

import type { FieldDefinition, FieldValues } from './form-field.js';
import { isDate, readFields } from './read-fields.js';

/** Persons of one list at most. */
export const mostRows = 100_000;
/** Asked in one go, one go in `askEverySeconds`: so nobody takes the first mails for a flood. */
export const askedAtOnce = 100;
export const askEverySeconds = 30;

type RowProblem =
  | 'broken-row'
  | 'bad-address'
  | 'twice'
  | 'no-consent-date'
  | 'consent-date-to-come'
  | 'no-consent-source'
  | 'bad-field';

export interface MigrationRow {
  /** As a spreadsheet counts it: the header is row 1. */
  readonly rowNo: number;
  readonly address: EmailAddress;
  readonly fields: FieldValues;
  readonly consentedOn: string;
  readonly consentSource: string;
}

export interface ListProblem {
  readonly rowNo: number;
  readonly problem: RowProblem;
}

interface ReadList {
  readonly rows: readonly MigrationRow[];
  readonly problems: readonly ListProblem[];
}

/** Columns that every list has. */
const neededColumns = ['address', 'consent_date', 'consent_source'] as const;

/** The columns that a header lacks. */
export const missingColumns = (header: readonly string[]): string[] =>
  neededColumns.filter((column) => !header.includes(column));

/**
 * Reads a list of people who consented elsewhere. A row without evidence of consent is refused, with its number and
 * the reason and nothing of what stands in it.
 * @clause D-13
 */
export const readMigrationList = (
  [header = [], ...lines]: readonly (readonly string[])[],
  definitions: readonly FieldDefinition[],
  today: PlainDate,
): ReadList => {
  const rows: MigrationRow[] = [];
  const problems: ListProblem[] = [];
  const seen = new Set<string>();
  const optional = definitions.map((definition) => ({ ...definition, required: false }));
  for (const [i, line] of lines.entries()) {
    const rowNo = i + 2;
    if (line.every((cell) => cell === '')) continue;
    const read = readRow(header, line, optional, today);
    const problem = 'problem' in read ? read.problem : seen.has(read.address.key) && 'twice';
    if (problem) problems.push({ rowNo, problem });
    else if ('address' in read) {
      seen.add(read.address.key);
      rows.push({ rowNo, ...read });
    }
  }
  return { rows, problems };
};

const readRow = (
  header: readonly string[],
  line: readonly string[],
  definitions: readonly FieldDefinition[],
  today: PlainDate,
): Omit<MigrationRow, 'rowNo'> | { problem: RowProblem } => {
  if (line.length > header.length || line.includes('\u{fffd}')) return { problem: 'broken-row' };
  const cells = Object.fromEntries(header.map((name, i) => [name, line[i] ?? '']));
  const reading = parseEmailAddress(cells.address ?? '');
  if (!reading.ok) return { problem: 'bad-address' };
  const consentedOn = (cells.consent_date ?? '').replaceAll('/', '-');
  if (!isDate(consentedOn)) return { problem: 'no-consent-date' };
  if (PlainDate.compare(PlainDate.from(consentedOn), today) > 0)
    return { problem: 'consent-date-to-come' };
  const consentSource = (cells.consent_source ?? '').slice(0, 200);
  if (!consentSource) return { problem: 'no-consent-source' };
  const { values, problems } = readFields(definitions, cells);
  if (problems.length > 0) return { problem: 'bad-field' };
  return { address: reading.address, fields: values, consentedOn, consentSource };
};

/** Seconds until everybody was asked, at the pace that lists are asked with. */
export const secondsLeft = (waiting: number): number =>
  Math.max(0, Math.ceil(waiting / askedAtOnce) - 1) * askEverySeconds;
