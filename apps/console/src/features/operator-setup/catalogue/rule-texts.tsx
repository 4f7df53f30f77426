import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermRules } from './term-rules.js';

/** The rules that differ from the terms, each in a few words. */
export const RuleTexts = ({
  rules: { minimumTermMonths, renewalMonths, firstMonth, refundable, billingMode },
}: {
  readonly rules: TermRules;
}): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const texts = [
    minimumTermMonths !== undefined && t('rule.minimumTermText', { count: minimumTermMonths }),
    renewalMonths !== undefined && t('rule.renewalText', { count: renewalMonths }),
    firstMonth && `${t('rule.firstMonth')}: ${t(`rule.firstMonthOf.${firstMonth}`)}`,
    refundable !== undefined && t(`rule.refundableOf.${refundable ? 'yes' : 'no'}`),
    billingMode && t(`rule.billingModeOf.${billingMode}`),
  ].filter((text) => typeof text === 'string');
  return texts.map((text) => (
    <Text key={text} size="sm">
      {text}
    </Text>
  ));
};
