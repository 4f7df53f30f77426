import { decodeBankText, encodeBankText } from './charset.js';
import { spans } from './layout.js';
import type { Field, FieldName, FieldProblem, Layout, Values } from './layout.js';

const space = 0x20;

/**
 * The bytes of a record.
 * @clause W6.1
 * @param extra characters that the bank takes besides the usual ones
 */
export const writeRecord = <L extends Layout>(
  layout: L,
  values: Values<L>,
  extra = '',
): { readonly bytes: readonly number[] } | { readonly problems: readonly FieldProblem[] } => {
  const fields = layout.map((field) => writeField(field, valueOf(values, field), extra));
  const problems = fields.filter((written) => 'problem' in written);
  return problems.length > 0
    ? { problems }
    : { bytes: fields.flatMap((written) => ('bytes' in written ? written.bytes : [])) };
};

/** The contents of a record; N must be digits, and text is given without the spaces behind it. @clause W6.1 */
export const readRecord = <L extends Layout>(
  layout: L,
  bytes: Uint8Array,
): { readonly values: Values<L> } | { readonly problem: FieldProblem } => {
  const values: Record<string, string> = {};
  const places = spans(layout);
  for (const { name, kind } of layout) {
    const [from, to] = places.get(name) ?? [0, 0];
    const decoded = decodeBankText(bytes.subarray(from, to));
    if (decoded === undefined) return { problem: { field: name, problem: 'unmappable' } };
    if (kind === 'N' && !/^\d+$/.test(decoded))
      return { problem: { field: name, problem: 'not-digits' } };
    values[name] = decoded.trimEnd();
  }
  return { values: values as Values<L> };
};

/** The first field in which two records differ, byte for byte; undefined when none does. @clause W6.1 */
export const firstDifference = <L extends Layout>(
  layout: L,
  a: Uint8Array,
  b: Uint8Array,
  ignored: readonly FieldName<L>[] = [],
): FieldName<L> | undefined =>
  [...spans(layout)].find(
    ([name, [from, to]]) =>
      !ignored.includes(name) && a.subarray(from, to).some((byte, i) => byte !== b[from + i]),
  )?.[0];

const valueOf = <L extends Layout>(values: Values<L>, { name }: Field): string =>
  (values as Readonly<Record<string, string>>)[name] ?? '';

const writeField = (
  { name, kind, length }: Field,
  value: string,
  extra: string,
): { bytes: readonly number[] } | FieldProblem => {
  if (kind === 'N' && !/^\d+$/.test(value)) return { field: name, problem: 'not-digits' };
  const encoded = encodeBankText(value, extra);
  if (!('bytes' in encoded))
    return { field: name, problem: 'unmappable', character: encoded.character };
  const { bytes } = encoded;
  if (bytes.length > length) return { field: name, problem: 'too-long' };
  const fill = Array<number>(length - bytes.length).fill(kind === 'N' ? 0x30 : space);
  return { bytes: kind === 'N' ? [...fill, ...bytes] : [...bytes, ...fill] };
};
