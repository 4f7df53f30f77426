export { Mailbox } from './mailbox.js';
export { MailboxModule } from './mailbox.module.js';
export type { MailboxOptions, Wanted } from './mailbox.js';
export type { OpenedMessage } from './opened-message.js';
export type { MailHost } from './smtp/bounce-sender.js';
export type { ReceivedMessage } from './store/message-store.js';
