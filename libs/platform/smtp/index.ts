export { MailSender } from './mail-sender.js';
export type { Mailbox, SingleMail } from './mail-sender.js';
export { SmtpModule } from './smtp.module.js';
