import type { NoticeTemplate } from '#lib/notices';
import { overdueNoticeV2 } from './overdue-notice.v2.js';
import type { OwedInvoice } from './owed.js';
import { paymentReminderV2 } from './payment-reminder.v2.js';

/** By which words each step is taken that speaks to the tenant. */
export const dunningNotices = {
  reminder: paymentReminderV2,
  'overdue-notice': overdueNoticeV2,
} as const satisfies Record<string, NoticeTemplate<OwedInvoice>>;
