import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import type { FormField } from '../form-input.js';

export type Catalogue = Schema<'OnSaleListView'>;
export type TermsInForce = Schema<'DocumentInForceView'>;

const kinds = ['corporation', 'individual'] as const;
const texts = ['name', 'nameKana', 'postalAddress', 'phone', 'contactPerson'] as const;
const acceptances = ['terms', 'consent', 'prohibitedActs'] as const;

/** The questions of the application form; names are those of the API, so that refusals find their field. @clause W4.1 */
export const useApplicationFields = (
  { courses, options }: Catalogue,
  terms: readonly TermsInForce[],
): FormField[] => {
  const { t } = useTranslation();
  const textIn = useTextIn();
  return [
    {
      name: 'applicant.kind',
      heading: t('application.applicant'),
      label: t('application.kind'),
      choices: kinds.map((value) => ({ value, label: t(`application.kindOf.${value}`) })),
    },
    ...texts.map((name) => ({ name: `applicant.${name}`, label: t(`application.${name}`) })),
    {
      name: 'applicant.pcEmail',
      label: t('application.pcEmail'),
      text: t('application.pcEmailText'),
      kind: 'email',
      optional: true,
    },
    {
      name: 'applicant.mobileEmail',
      label: t('application.mobileEmail'),
      kind: 'email',
      optional: true,
    },
    {
      name: 'courseCode',
      heading: t('application.service'),
      label: t('application.course'),
      choices: [
        ...(courses.length > 1 ? [{ value: '', label: t('application.choose') }] : []),
        ...courses.map(({ code, names }) => ({ value: code, label: textIn(names) })),
      ],
    },
    ...options.map(({ code, names }) => ({
      name: `option.${code}`,
      label: textIn(names),
      kind: 'yes' as const,
    })),
    { name: 'offerCode', label: t('application.offer'), optional: true },
    {
      name: 'terms',
      heading: t('application.agreement'),
      label: t('application.termsVersion'),
      choices: terms.map(({ title, number, hash }) => ({
        value: `${number} ${hash}`,
        label: t('application.version', { title: textIn(title), number }),
      })),
    },
    ...acceptances.map((name) => ({
      name: `accepted.${name}`,
      label: t(`application.accepted.${name}`),
      kind: 'yes' as const,
    })),
  ];
};

/** The answers in the shape of the API. */
export const applicationOf = (answers: Readonly<Record<string, string>>): Schema<'ApplyDto'> => {
  const text = (name: string): string => answers[name] ?? '';
  const of = (name: (typeof texts)[number]): string => text(`applicant.${name}`);
  const ticked = (name: string): boolean => text(name) === 'yes';
  const [termsVersion = '', termsHash = ''] = text('terms').split(' ');
  return {
    applicant: {
      kind: text('applicant.kind') === 'individual' ? 'individual' : 'corporation',
      name: of('name'),
      nameKana: of('nameKana'),
      postalAddress: of('postalAddress'),
      phone: of('phone'),
      contactPerson: of('contactPerson'),
      pcEmail: text('applicant.pcEmail') || null,
      mobileEmail: text('applicant.mobileEmail') || null,
    },
    courseCode: text('courseCode'),
    optionCodes: Object.keys(answers)
      .filter((name) => name.startsWith('option.') && ticked(name))
      .map((name) => name.slice('option.'.length)),
    offerCode: text('offerCode') || null,
    termsVersion,
    termsHash,
    accepted: {
      terms: ticked('accepted.terms'),
      consent: ticked('accepted.consent'),
      prohibitedActs: ticked('accepted.prohibitedActs'),
    },
  };
};
