import { blameFor } from './blame.js';
import type { Handover } from './outcome.js';
import { readReply } from './reply.js';

/** So many refusals in a row that blame the sender stop a mailing. */
export const refusalsToBlock = 50;

/** The refusals in a row of one mailing that say the same: it is not the readers, it is us. */
export interface SenderTrouble {
  readonly refusals: number;
  /** Enhanced status, or the code, of the last one. */
  readonly reason: string;
}

export const noTrouble: SenderTrouble = { refusals: 0, reason: '' };

/** A mail that was taken ends the row; what says nothing about the sender changes nothing. */
export const afterMail = (trouble: SenderTrouble, handover: Handover): SenderTrouble => {
  if (handover.kind !== 'replied') return trouble;
  if (handover.code < 300) return noTrouble;
  const reply = readReply(handover.code, handover.response);
  if (reply.code < 500 || blameFor(reply) !== 'sender') return trouble;
  return { refusals: trouble.refusals + 1, reason: reply.enhanced ?? String(reply.code) };
};

export const isBlocked = ({ refusals }: SenderTrouble): boolean => refusals >= refusalsToBlock;
