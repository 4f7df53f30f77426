import { Choice, NestedList, Text } from '#platform/http';
import { mailTemplates } from '../use-cases/mail-texts.js';
import type { MailTemplate } from '../use-cases/mail-texts.js';

export class SignUpMailView {
  @Choice(mailTemplates)
  mail!: MailTemplate;

  @Text({ max: 1_000 })
  subject!: string;

  @Text({ max: 20_000, multiline: true })
  text!: string;
}

export class SignUpMailsView {
  @NestedList(() => SignUpMailView)
  items!: SignUpMailView[];
}
