import { Box, Text, Timeline } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTextIn } from '../../../i18n/language.js';
import { DataTable } from '../../../ui/data-table.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import type { Contract } from './contract-facts.js';

/** What was and what will be, and below it who moved the contract from state to state. */
export const TimelineSection = ({ contract }: { contract: Contract }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const textIn = useTextIn();
  const format = useFormat();
  const { timeline, history } = contract;
  return (
    <Section title={t('timeline')}>
      <Timeline
        active={timeline.filter(({ tense }) => tense !== 'future').length - 1}
        bulletSize={16}
        lineWidth={2}
      >
        {timeline.map(({ on, kind, texts }) => (
          <Timeline.Item key={on + kind} title={format.day(on)}>
            <Text size="sm">{textIn(texts)}</Text>
          </Timeline.Item>
        ))}
      </Timeline>
      <Box mt="md">
        <DataTable
          label={t('history')}
          empty={t('noHistory')}
          rows={history}
          keyOf={({ at, event }) => at + event}
          columns={[
            {
              head: t('at'),
              cell: ({ at, event }) => (event === 'apply' ? format.dayOf(at) : format.instant(at)),
            },
            { head: t('event'), cell: ({ event }) => t(`move.${event}`, { defaultValue: event }) },
            { head: t('state'), cell: ({ status }) => t(`contract.${status}`) },
            {
              head: t('by'),
              cell: ({ by, event }) => t(event === 'apply' ? 'applicant' : `party.${by}`),
            },
            { head: t('reason'), cell: ({ reason }) => reason },
          ]}
        />
      </Box>
    </Section>
  );
};
