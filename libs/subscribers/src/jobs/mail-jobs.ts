import { job } from '#platform/queue';

/** The mail with the confirmation link; `nth` is 2 for the one repetition. */
export const confirmationMail = job<{ tenantId: string; requestId: string; nth: number }>({
  name: 'subscribers.confirmation-mail',
  queue: 'notices',
  keyOf: ({ requestId, nth }) => `${requestId}-${nth}`,
});

/** Tells somebody who signed up again that nothing more is needed. */
export const alreadyRegisteredMail = job<{
  tenantId: string;
  subscriptionId: string;
  askedId: string;
  isAnswer?: boolean;
}>({
  name: 'subscribers.already-registered-mail',
  queue: 'notices',
  keyOf: ({ askedId }) => askedId,
});

export const welcomeMail = job<{ tenantId: string; subscriptionId: string; requestId: string }>({
  name: 'subscribers.welcome-mail',
  queue: 'notices',
  keyOf: ({ requestId }) => requestId,
});

/** Goes to one who left at `leftAtMs`, and carries the way back. */
export const goodbyeMail = job<{
  tenantId: string;
  subscriberId: string;
  leftAtMs: number;
  isAnswer?: boolean;
}>({
  name: 'subscribers.goodbye-mail',
  queue: 'notices',
  keyOf: ({ subscriberId, leftAtMs }) => `${subscriberId}-${leftAtMs}`,
});
