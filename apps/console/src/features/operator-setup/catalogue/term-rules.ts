import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import type { FormField } from '../../../ui/form-input.js';

export type TermRules = Schema<'TermRulesDto'>;

const firstMonths = ['free', 'full', 'prorated'] as const;
const billingModes = ['advance-true-up', 'arrears'] as const;
const yesNo = ['yes', 'no'] as const;

/** Questions about what is to differ from the terms; what is left as it is goes by the weaker source. @clause W5.4 */
export const useRuleFields = (before: TermRules = {}): FormField[] => {
  const { t } = useTranslation('operator-setup');
  const choices = (name: string, values: readonly string[]) =>
    ['default', ...values].map((value) => ({ value, label: t(`rule.${name}Of.${value}`) }));
  const { minimumTermMonths, renewalMonths, firstMonth, refundable, billingMode } = before;
  return [
    {
      name: 'minimumTermMonths',
      label: t('rule.minimumTermMonths'),
      text: t('rule.asInTerms'),
      kind: 'number',
      optional: true,
      initial: minimumTermMonths === undefined ? '' : String(minimumTermMonths),
    },
    {
      name: 'renewalMonths',
      label: t('rule.renewalMonths'),
      text: t('rule.asInTerms'),
      kind: 'number',
      optional: true,
      initial: renewalMonths === undefined ? '' : String(renewalMonths),
    },
    {
      name: 'firstMonth',
      label: t('rule.firstMonth'),
      choices: choices('firstMonth', firstMonths),
      initial: firstMonth ?? 'default',
    },
    {
      name: 'refundable',
      label: t('rule.refundable'),
      choices: choices('refundable', yesNo),
      initial: refundable === undefined ? 'default' : refundable ? 'yes' : 'no',
    },
    {
      name: 'billingMode',
      label: t('rule.billingMode'),
      choices: choices('billingMode', billingModes),
      initial: billingMode ?? 'default',
    },
  ];
};

/** Only what was said. */
export const rulesOf = (answers: Readonly<Record<string, string>>): TermRules => {
  const { minimumTermMonths, renewalMonths, refundable } = answers;
  const firstMonth = firstMonths.find((known) => known === answers['firstMonth']);
  const billingMode = billingModes.find((known) => known === answers['billingMode']);
  return {
    ...(minimumTermMonths && { minimumTermMonths: Number(minimumTermMonths) }),
    ...(renewalMonths && { renewalMonths: Number(renewalMonths) }),
    ...(firstMonth && { firstMonth }),
    ...(yesNo.some((known) => known === refundable) && { refundable: refundable === 'yes' }),
    ...(billingMode && { billingMode }),
  };
};
