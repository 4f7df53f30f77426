import type { Mailbox } from '../mailbox.js';
import type { MessagePageQuery } from './message-list.dto.js';

const pageSize = 50;

/** What the list's template shows. */
export interface MessageListView {
  readonly total: number;
  readonly first: number;
  readonly last: number;
  readonly search: string;
  readonly lang: string;
  readonly newer: number | undefined;
  readonly older: number | undefined;
  readonly messages: readonly {
    readonly id: string;
    readonly subject: string;
    readonly to: string;
    readonly receivedAt: Date;
  }[];
}

export async function messageListView(
  mailbox: Mailbox,
  { search = '', page = 1, lang = '' }: MessagePageQuery,
): Promise<MessageListView> {
  const found = mailbox.find({ search });
  const skipped = (page - 1) * pageSize;
  const shown = found.slice(skipped, skipped + pageSize);
  const messages = shown.map(async ({ id, to, receivedAt }) => ({
    id,
    subject: await mailbox.subjectOf(id),
    to: to.join(', '),
    receivedAt,
  }));
  return {
    total: found.length,
    first: skipped + 1,
    last: skipped + shown.length,
    search,
    lang,
    newer: page > 1 ? page - 1 : undefined,
    older: skipped + pageSize < found.length ? page + 1 : undefined,
    messages: await Promise.all(messages),
  };
}
