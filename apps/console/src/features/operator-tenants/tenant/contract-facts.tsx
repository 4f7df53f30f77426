import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { Facts } from '../../../ui/facts.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

export type Contract = Schema<'OperatorContractView'>;

export interface ContractProps {
  readonly tenantId: string;
  readonly contract: Contract;
}

export const ContractFacts = ({
  contract,
  verbs,
}: {
  contract: Contract;
  verbs: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const day = (value: string | null): string => (value ? format.day(value) : '–');
  const nameOf = useNameOfCode();
  const { billTo } = contract;
  const course = contract.courses.at(-1);
  return (
    <Section title={t('contractTitle')} actions={verbs}>
      <Facts
        items={[
          [t('course'), course ? nameOf(course.courseCode) : ''],
          [t('options'), contract.options.map(({ optionCode }) => nameOf(optionCode)).join(', ')],
          [t('termsVersion'), contract.termsVersion],
          [t('startDate'), day(contract.serviceStartDate)],
          [t('lastDay'), day(contract.legalLastDay)],
          [t('minimumTerm'), day(contract.minimumTermEnd)],
          [t('noticeBefore'), contract.noticeBefore && format.instant(contract.noticeBefore)],
          [t('endDate'), day(contract.endDate)],
          [t('endReason'), contract.endReason && t(`ground.${contract.endReason}`)],
          [t('billTo'), [billTo.name, billTo.contactPerson].filter(Boolean).join(' / ')],
          [t('postalAddress'), billTo.postalAddress],
          [t('mail'), billTo.email],
        ]}
      />
    </Section>
  );
};
