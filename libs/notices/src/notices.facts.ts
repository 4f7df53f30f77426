import { fact } from '#platform/queue';

/** A notice to a tenant reached it: from that instant it has its effect. @decision D-15 */
export const noticeArrived = fact<{ tenantId: string; noticeId: string }>('notices.arrived');

/** A notice to a tenant came back: it has not arrived, whatever was said before. */
export const noticeBounced = fact<{ tenantId: string; noticeId: string }>('notices.bounced');
