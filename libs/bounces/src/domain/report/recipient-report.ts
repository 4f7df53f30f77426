import { blameFor, severityFor } from '../refusal/reason.js';
import { reasonOf } from '../refusal/refusal.js';
import type { Action, RecipientReport } from './report.js';

interface Found {
  readonly recipient: string | null;
  readonly action: Action | null;
  readonly status: string | null;
  readonly replyCode: number | null;
  /** Words about the failure, the reply's own first. */
  readonly words: readonly string[];
}

/** What was found about one recipient, with the reason that follows from it. */
export const recipientReport = ({ words, ...found }: Found): RecipientReport => {
  const { action, status, replyCode } = found;
  if (action !== 'failed' && action !== 'delayed')
    return { ...found, reason: null, blame: null, severity: null, isFinal: false };
  const reason = reasonOf(status, replyCode, ...words);
  return {
    ...found,
    reason,
    blame: blameFor(reason),
    severity: severityFor(reason, status),
    isFinal: action === 'failed',
  };
};
