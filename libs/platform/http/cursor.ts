import { isId } from '#lib/kernel';
import { httpErrors } from './http.errors.js';

/** Where a list goes on: the sort value and the id (a UUID) of the last row shown. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Opaque; pass it as `cursor` to read on. Null at the end. */
  readonly nextCursor: string | null;
}

export const encodeCursor = ({ sort, id }: Position): string =>
  Buffer.from(JSON.stringify([sort, id])).toString('base64url');

/** @throws BusinessError request.bad-cursor */
export const decodeCursor = (cursor: string): Position => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [sort, id] = parts as unknown[];
    if (typeof sort === 'string' && !sort.includes('\0') && isId(id)) return { sort, id };
  } catch {
    // falls through to the one refusal
  }
  throw httpErrors.badCursor({ field: 'cursor' });
};

/** Cuts the one row that was read beyond the page, and says where to go on. */
export const pageOf = <T>(
  rows: readonly T[],
  limit: number,
  position: (row: T) => Position,
): PageOf<T> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(position(last)) : null };
};
