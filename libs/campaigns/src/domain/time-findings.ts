import { jstDateTime } from '#lib/kernel';
import { advice } from './finding.js';
import type { Finding } from './finding.js';

/** Everybody sends on the hour: large mailbox providers are slow then. */
export const timeFindings = (at: Date | undefined): Finding[] =>
  at && /T\d{2}:00/.test(jstDateTime(at))
    ? [
        advice(
          'scheduledAt.full-hour',
          'scheduledAt',
          '毎時 0 分は配信が集中し、届くのが遅れがちです。数分ずらすことをお勧めします。',
          'Many mails leave on the hour, and arrive late. Move this one by a few minutes.',
        ),
      ]
    : [];
