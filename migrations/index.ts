import { Foundation1764000000000 } from './1764000000000-foundation.js';

/** All migrations, oldest first. One that has landed is never edited again. */
export const migrations = [Foundation1764000000000] as const;
