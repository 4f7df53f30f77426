import { stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** Who accepted what stays: contracts rest on it. @clause §3.7 C */
export const termsRetention: readonly RetentionRule[] = stays(
  'C',
  'terms_acceptances terms_announcements',
  'what was agreed; names people by id only',
);
