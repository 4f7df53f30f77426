import { readReport } from '../domain/report/read-report.js';

/** What a message was read as: its kind, and a line for each recipient. */
export const told = (raw: Uint8Array): string[] => {
  const { kind, recipients } = readReport(raw);
  return [
    kind,
    ...recipients.map(({ recipient, status, replyCode, reason, isFinal }) =>
      line(recipient, status, replyCode, isFinal ? reason : `${reason ?? '-'} (not final)`),
    ),
  ];
};

/** A recipient's line of `told`. */
export const line = (
  recipient: string | null,
  status: string | null,
  replyCode: number | null,
  reason: string | null,
): string => [recipient, status, replyCode, reason].map((value) => value ?? '-').join(' ');
