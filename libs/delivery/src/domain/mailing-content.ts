import type { Locale, Texts } from '#lib/kernel';

/** What one campaign sends, frozen when it is scheduled. All texts but the sender's are Liquid sources. */
export interface MailingContent {
  readonly subject: string;
  /** Shown by mail programs beside the subject; empty for none. */
  readonly preheader: string;
  readonly text: string;
  readonly html: string | null;
  readonly newsletterIds: readonly string[];
  readonly sender: {
    readonly name: string;
    readonly fromAddress: string;
    readonly replyTo: string | null;
  };
  /** Put under the body: the display items of the mail act. @clause 特定電子メール法 4条 */
  readonly footer: { readonly text: string; readonly html: string };
  /** Whether links and opens are counted. */
  readonly tracking: boolean;
  readonly locale: Locale;
}

/** One thing to mend in a content, with the field it stands in. */
export interface ContentProblem {
  readonly field: string;
  readonly code: string;
  readonly messages: Texts;
}

/** Whose mail a preview shows, or a test mail pretends to be. */
export interface ContentSample {
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly newsletterTitle: string;
}

/** What happens to a mail of which nobody can say whether the relay took it: wait for a person, or send again. */
export type AfterCrash = 'hold' | 'retry';
