import { Foundation1764000000000 } from './1764000000000-foundation.js';
import { Campaigns1764000000400 } from './1764000000400-campaigns.js';

/** All migrations, oldest first. One that has landed is never edited again. */
export const migrations = [Foundation1764000000000, Campaigns1764000000400] as const;
