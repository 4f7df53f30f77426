/** A field of a fixed-length record: N is digits, right-aligned after zeros; C is text, left-aligned before spaces. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly kind: 'N' | 'C';
  /** Bytes. */
  readonly length: number;
}

/** The fields of a record in their order, without gaps. */
export type Layout = readonly Field[];

export type FieldName<L extends Layout> = L[number]['name'];
/** The contents of a record as texts: digits without leading meaning for N, unpadded text for C. */
export type Values<L extends Layout> = Readonly<Record<FieldName<L>, string>>;

/** A field of digits. @clause W6.1 */
export const digits = <const Name extends string>(name: Name, length: number): Field<Name> => ({
  name,
  kind: 'N',
  length,
});

/** A field of text. @clause W6.1 */
export const text = <const Name extends string>(name: Name, length: number): Field<Name> => ({
  name,
  kind: 'C',
  length,
});

export type FieldProblemKind = 'not-digits' | 'too-long' | 'unmappable';

/** What is wrong with one field. */
export interface FieldProblem<Name extends string = string> {
  readonly field: Name;
  readonly problem: FieldProblemKind;
  /** The character that no bank knows. */
  readonly character?: string;
}

/** Where each field lies, counted from 0. */
export const spans = (layout: Layout): ReadonlyMap<string, readonly [from: number, to: number]> => {
  let at = 0;
  return new Map(
    layout.map(({ name, length }) => {
      const from = at;
      at += length;
      return [name, [from, at] as const];
    }),
  );
};
