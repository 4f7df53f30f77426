import { Badge, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/figure.js';
import { useFormat } from '../../ui/use-format.js';
import type { Contract } from './contract.js';

const colors: Partial<Record<Contract['status'], string>> = {
  active: 'green',
  suspended: 'red',
  terminated: 'gray',
  rejected: 'gray',
  withdrawn: 'gray',
};

/** The state, the day it began and the days that bind. */
export const Terms = ({ contract }: { contract: Contract }): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { status, ending, appliedAt, serviceStartDate, minimumTermEnd, noticeBefore, endDate } =
    contract;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
      <Figure
        label={t('status.label')}
        value={
          <Badge size="lg" color={colors[status] ?? 'ai'}>
            {t(`status.${status}`)}
          </Badge>
        }
        note={ending ? t('status.ending') : t('appliedAt', { at: format.dayOf(appliedAt) })}
      />
      <Figure
        label={t('serviceStart')}
        value={serviceStartDate === null ? '–' : <Day day={serviceStartDate} />}
      />
      <Figure
        label={t('minimumTermEnd')}
        value={minimumTermEnd === null ? '–' : <Day day={minimumTermEnd} />}
        note={
          noticeBefore !== null &&
          endDate === null &&
          t('noticeBefore', { at: format.instant(noticeBefore) })
        }
      />
      <Figure
        label={t(endDate === null ? 'afterwards' : 'endDate')}
        value={endDate === null ? t('byMonth') : <Day day={endDate} />}
        note={t(endDate === null ? 'byMonthNote' : 'endNote')}
      />
    </SimpleGrid>
  );
};

const Day = ({ day }: { day: string }): ReactNode => (
  <Text span inherit fz={20}>
    {useFormat().day(day)}
  </Text>
);
