import { isQueueReachable } from '#platform/queue';
import { PlainProblem } from './plain-problem.js';

/** Says in a sentence, instead of waiting for ever, that the queue's server does not answer. */
export const assertQueue = async (url: string): Promise<void> => {
  if (await isQueueReachable(url)) return;
  throw new PlainProblem(
    'キューのサーバーに接続できません。QUEUE_URL と、そのサーバーが動いているかを確認してください。',
    'The server of the queue cannot be reached: check QUEUE_URL and whether that server runs.',
  );
};
