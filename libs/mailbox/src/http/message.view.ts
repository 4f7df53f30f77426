import { linkedText, type TextPiece } from '../domain/linked-text.js';
import type { OpenedMessage } from '../opened-message.js';
import type { ReceivedMessage } from '../store/message-store.js';

/** What the template of one message shows. */
export interface MessageView {
  readonly envelope: { readonly id: string; readonly from: string; readonly to: string };
  readonly receivedAt: Date;
  readonly message: OpenedMessage;
  readonly text: readonly TextPiece[];
  readonly lang: string;
}

export function messageView(
  { id, from, to, receivedAt }: ReceivedMessage,
  message: OpenedMessage,
  lang = '',
): MessageView {
  return {
    envelope: { id, from, to: to.join(', ') },
    receivedAt,
    message,
    text: linkedText(message.text),
    lang,
  };
}
