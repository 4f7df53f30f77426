import { blameFor } from './blame.js';
import type { Handover } from './outcome.js';
import { readReply } from './reply.js';

/** What the end of one mail says about the far side as a whole. */
export type Pressure = 'fine' | 'pushed-back' | 'silent';

const busy = /\b(rate|throttl|too (many|fast|busy)|limit|exceed|overload)/i;
const greylist = /gr[ea]y-?list/i;

/**
 * Whether the recipient's domain wants less of us. A greylisted or full mailbox is one reader's affair, a refusal
 * for good is an answer like any other; 421, a broken connection and talk of rates are about the domain.
 */
export const domainPressure = (handover: Handover): Pressure => {
  if (handover.kind === 'lost') return handover.dotWritten ? 'silent' : 'pushed-back';
  if (handover.kind !== 'replied') return 'silent';
  const reply = readReply(handover.code, handover.response);
  const { code, text } = reply;
  if (code < 400 || code >= 500) return 'fine';
  const blame = blameFor(reply);
  if (greylist.test(text) || blame === 'mailbox' || blame === 'recipient') return 'silent';
  return code === 421 || busy.test(text) ? 'pushed-back' : 'silent';
};

/** Whether the relay takes mail at all; what it says about one recipient is that recipient's affair. */
export const relayPressure = (handover: Handover): Pressure => {
  if (handover.kind === 'no-connection') return 'pushed-back';
  if (handover.kind !== 'replied') return 'silent';
  return [530, 535, 538].includes(handover.code) ? 'pushed-back' : 'fine';
};
