import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, in hex: names a text exactly. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
