export { Purge } from './purge.js';
export type { Loss } from './purge.js';
export { RetentionModule } from './retention.module.js';
export { RetentionParts, retentionPart } from './retention-parts.js';
export type { RetentionPart } from './retention-parts.js';
export {
  forgottenWithTenant,
  goesAfter,
  goesByAge,
  goesWithTenant,
  stays,
} from './retention-rule.js';
export type { RetentionEnd, RetentionRule } from './retention-rule.js';
