import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** What became of the mail that came in: also what was dropped, which nobody else hears of. @rfc 5321 §6.3 */
export const ReceivedMail = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['operator', 'inbound-summary'],
    queryFn: () => read(api.GET('/api/v1/operator/inbound/summary')),
  });
  return (
    <Section title={t('received')} text={t('receivedText')}>
      <QueryView query={query}>
        {({ waiting, waitingSince, byDay }) => (
          <>
            {waitingSince !== null && (
              <Text>
                {t('receivedWaiting', {
                  count: waiting,
                  since: format.shortInstant(waitingSince),
                })}
              </Text>
            )}
            <DataTable
              label={t('received')}
              empty={t('noReceived')}
              minWidth={300}
              rows={byDay}
              keyOf={({ day, outcome }) => `${day} ${outcome}`}
              columns={[
                { head: t('day'), cell: ({ day }) => format.day(day) },
                { head: t('outcome'), cell: ({ outcome }) => t(`outcomeOf.${outcome}`) },
                { head: t('count'), figure: true, cell: ({ messages }) => format.count(messages) },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
};
