import type { Draft } from './campaign.js';

/** What a template keeps of a draft: the words and their form, not whom they go to. */
export type TemplateContent = Pick<
  Draft,
  'subject' | 'preheader' | 'text' | 'html' | 'format' | 'mjml' | 'blocks' | 'ownFooter'
>;

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly content: TemplateContent;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const contentOf = ({
  subject,
  preheader,
  text,
  html,
  format,
  mjml,
  blocks,
  ownFooter,
}: Draft): TemplateContent => ({
  subject,
  preheader,
  text,
  html,
  format,
  mjml,
  blocks,
  ownFooter,
});
