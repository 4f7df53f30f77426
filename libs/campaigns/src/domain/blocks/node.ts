/** A node of the visual editor's document (ProseMirror JSON), as far as it is looked at. */
export interface Node {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: readonly Node[];
  readonly marks: readonly Node[];
  readonly text: string;
}

/** Says where a document is none of ours: the names of the nodes on the way there. */
export class NotBlocks extends Error {
  constructor(readonly at: string) {
    super(`Not blocks: ${at}`);
  }
}

const deepest = 12;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws NotBlocks */
export const nodeOf = (value: unknown, depth = 0): Node => {
  if (!isRecord(value) || typeof value['type'] !== 'string') throw new NotBlocks('type');
  const { type, attrs = {}, content = [], marks = [], text = '' } = value;
  if (depth > deepest || !isRecord(attrs) || typeof text !== 'string') throw new NotBlocks(type);
  if (!Array.isArray(content) || !Array.isArray(marks)) throw new NotBlocks(type);
  const below = (each: unknown): Node => nodeOf(each, depth + 1);
  return { type, attrs, text, content: content.map(below), marks: marks.map(below) };
};

/** An attribute that is a text; empty where it is absent. @throws NotBlocks */
export const textOf = ({ type, attrs }: Node, name: string): string => {
  const value = attrs[name] ?? '';
  if (typeof value !== 'string') throw new NotBlocks(`${type}.${name}`);
  return value;
};

/** An attribute that is a number, held within its bounds. @throws NotBlocks */
export const numberOf = (
  { type, attrs }: Node,
  name: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): number => {
  const value = attrs[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new NotBlocks(`${type}.${name}`);
  return Math.round(Math.min(max, Math.max(min, value)));
};
