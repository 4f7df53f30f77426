import type { Schema } from '../../api/client.js';

/** How far a conversation is, as its asker sees it. */
export const stateOf = ({
  closedAt,
  answeredAt,
}: Pick<Schema<'InquiryLineView'>, 'closedAt' | 'answeredAt'>):
  'closed' | 'answered' | 'waiting' =>
  closedAt !== null ? 'closed' : answeredAt !== null ? 'answered' : 'waiting';
