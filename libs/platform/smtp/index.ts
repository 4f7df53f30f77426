export type { Handover, ReadyMail } from './handover.js';
export { MailSender } from './mail-sender.js';
export type { Mailbox, SignMail, SingleMail } from './mail-sender.js';
export { SmtpModule } from './smtp.module.js';
export { SmtpPool } from './smtp-pool.js';
