export { discardEmbeddedPostgres } from './discard-embedded-postgres.js';
export { EmbeddedPostgresProblem, type EmbeddedPostgresProblemCode } from './embedded.errors.js';
export type { EmbeddedPostgres } from './embedded-postgres.js';
export { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.js';
