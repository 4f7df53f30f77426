import { goesByAge, goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

const ofNobody = { only: 'tenant_id IS NULL' };

/** The end of what we wrote to contacts. @clause §3.7, 同意5 */
export const noticesRetention: readonly RetentionRule[] = [
  ...goesWithTenant('B', 'notice_documents notices'),
  goesByAge(
    'B',
    'notice_documents',
    '(SELECT n.posted_at FROM notices n WHERE n.id = notice_documents.notice_id)',
    ofNobody,
  ),
  goesByAge('B', 'notices', 'posted_at', ofNobody),
];
