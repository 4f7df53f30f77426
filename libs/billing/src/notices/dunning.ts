import type { NoticeTemplate } from '#lib/notices';
import { overdueNoticeV1 } from './overdue-notice.v1.js';
import type { OwedInvoice } from './owed.js';
import { paymentReminderV1 } from './payment-reminder.v1.js';

/** By which words each step is taken that speaks to the tenant. */
export const dunningNotices = {
  reminder: paymentReminderV1,
  'overdue-notice': overdueNoticeV1,
} as const satisfies Record<string, NoticeTemplate<OwedInvoice>>;
