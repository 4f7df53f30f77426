/** How a deadline stands: it will soon be due, or is past. */
export type DeadlineAlarm = 'due-soon' | 'overdue';

/** What to say about a deadline now; null while it is far away. @param noticeMs how long before it is soon */
export const deadlineAlarm = (dueAt: Date, now: Date, noticeMs: number): DeadlineAlarm | null => {
  if (dueAt <= now) return 'overdue';
  return dueAt.getTime() - now.getTime() <= noticeMs ? 'due-soon' : null;
};
