import { job } from '#platform/queue';

/** Tried for about nine hours. */
export const sendNotice = job<{ noticeId: string }>({
  name: 'notices.send',
  queue: 'notices',
  attempts: 16,
  keyOf: ({ noticeId }) => noticeId,
});
