import { Foundation1764000000000 } from './1764000000000-foundation.js';
import { Accounts1764000000100 } from './1764000000100-accounts.js';
import { Notices1764000000110 } from './1764000000110-notices.js';
import { Contracts1764000000120 } from './1764000000120-contracts.js';
import { Subscribers1764000000200 } from './1764000000200-subscribers.js';
import { Delivery1764000000300 } from './1764000000300-delivery.js';

/** All migrations, oldest first. One that has landed is never edited again. */
export const migrations = [
  Foundation1764000000000,
  Accounts1764000000100,
  Notices1764000000110,
  Contracts1764000000120,
  Subscribers1764000000200,
  Delivery1764000000300,
] as const;
