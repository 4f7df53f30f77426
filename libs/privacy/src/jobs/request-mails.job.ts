import { job } from '#platform/queue';

/** Asks a reader to prove that the registered address is theirs. */
export const identityMail = job<{ requestId: string }>({
  name: 'privacy.identity-mail',
  queue: 'notices',
  keyOf: ({ requestId }) => requestId,
});

/** Tells the person what came of it, then carries out what was granted. */
export const answerMail = job<{ requestId: string }>({
  name: 'privacy.answer-mail',
  queue: 'notices',
  keyOf: ({ requestId }) => requestId,
});
