import type { Locale } from '#lib/kernel';
import type { InputProblem } from '../domain/form-field.js';
import type { SignUpForm } from '../use-cases/open-sign-up-form.js';
import { fieldsOnPage } from './fields.view.js';
import type { FieldOnPage } from './fields.view.js';

/** What to mend in a filled-in form; empty when nothing is. */
export interface SignUpProblems {
  readonly email?: string;
  readonly consent?: boolean;
  readonly fields?: readonly InputProblem[];
  /** The form was published anew since it was shown, so what was agreed to may differ. */
  readonly changed?: boolean;
}

interface SignUpOnPage {
  readonly action: string;
  readonly title: string;
  readonly intro: string;
  readonly notice: string;
  readonly consent: string;
  readonly formNumber: number;
  readonly email: string;
  readonly fields: readonly FieldOnPage[];
  readonly problems: SignUpProblems;
  readonly hasProblems: boolean;
}

/** @param site where the form posts to: '' on our own pages, the public address elsewhere */
export const signUpView = (
  { tenant, newsletter, formNumber, content }: SignUpForm,
  locale: Locale,
  site: string,
  values: Readonly<Record<string, string>> = {},
  problems: SignUpProblems = {},
): SignUpOnPage => ({
  action: `${site}/t/${tenant.slug}/${newsletter.slug}?lang=${locale}`,
  title: newsletter.title,
  intro: content.intro[locale] || content.intro.ja,
  notice: content.notice[locale],
  consent: content.consent[locale],
  formNumber,
  email: values['email'] ?? '',
  fields: fieldsOnPage(content.fields, locale, values, problems.fields),
  problems,
  hasProblems: Object.keys(problems).length > 0,
});
