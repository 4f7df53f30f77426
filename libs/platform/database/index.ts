export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { ensureLoginRole } from './login-role.js';
export { migrate } from './migrate.js';
export { isDuplicate } from './retryable.js';
export { Tx } from './tx.js';
