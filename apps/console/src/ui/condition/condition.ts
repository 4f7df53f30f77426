import type { FormField } from '../../api/newsletters.js';

/** As the API takes them: groups of questions to fields and to the day of the sign-up. */
export type Condition = Group | Question;

export interface Group {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Condition[];
}

/** One line of the builder. `subject` is a field's name, or `joined` for the day of the sign-up. */
export interface Question {
  readonly kind: 'question';
  readonly subject: string;
  readonly op: string;
  readonly value: string;
}

export const joined = ':joined';

const always = ['is', 'is-not', 'is-set', 'is-not-set'];
const operators: Record<FormField['type'], readonly string[]> = {
  text: ['contains', ...always],
  choice: always,
  date: ['before', 'after', ...always],
  number: ['greater', 'less', ...always],
};

export const operatorsOf = (subject: string, fields: readonly FormField[]): readonly string[] => {
  if (subject === joined) return ['within-days', 'after', 'before'];
  const type = fields.find(({ name }) => name === subject)?.type ?? 'text';
  return operators[type];
};

export const needsValue = (op: string): boolean => op !== 'is-set' && op !== 'is-not-set';

/** Addresses are never disclosed, so that the API refuses to look for one, or for the end of one. */
export const asksForAddress = (value: string): boolean =>
  /[^\s@＠]\s?[@＠]\s?[^\s@＠]|[@＠]\s?[^\s@＠.．。]+[.．。][^\s@＠]/u.test(value);

/** A question that fits the first thing there is to ask about. */
export const newQuestion = (
  fields: readonly FormField[],
  subject = fields[0]?.name ?? joined,
): Question => ({
  kind: 'question',
  subject,
  op: operatorsOf(subject, fields)[0] ?? 'is',
  value: '',
});

export const everybody: Group = { kind: 'all', parts: [] };

type Wire = Record<string, unknown>;

/** What the API gave, as the builder shows it. */
export const fromWire = (wire: Wire | null): Group => {
  const condition = wire ? partFromWire(wire) : everybody;
  return condition.kind === 'question' ? { kind: 'all', parts: [condition] } : condition;
};

const partFromWire = (wire: Wire): Condition => {
  for (const kind of ['all', 'any'] as const) {
    const parts = wire[kind];
    if (Array.isArray(parts)) return { kind, parts: (parts as Wire[]).map(partFromWire) };
  }
  const value = asText(wire['value']);
  return 'joined' in wire
    ? { kind: 'question', subject: joined, op: asText(wire['joined']), value }
    : { kind: 'question', subject: asText(wire['field']), op: asText(wire['op']), value };
};

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What the API takes; null for everybody, undefined while something is still to be filled in. */
export const toWire = (group: Group, fields: readonly FormField[]): Wire | null | undefined => {
  if (group.parts.length === 0) return null;
  const parts = group.parts.map((part) => partToWire(part, fields));
  return parts.some((part) => part === undefined) ? undefined : { [group.kind]: parts };
};

const partToWire = (part: Condition, fields: readonly FormField[]): Wire | undefined => {
  if (part.kind !== 'question') return toWire(part, fields) ?? undefined;
  const { subject, op, value } = part;
  if (needsValue(op) && value.trim() === '') return undefined;
  if (subject === joined)
    return { joined: op, value: op === 'within-days' ? Number(value) : value };
  if (!needsValue(op)) return { field: subject, op };
  const isNumber = fields.find(({ name }) => name === subject)?.type === 'number';
  return { field: subject, op, value: isNumber ? Number(value) : value };
};
