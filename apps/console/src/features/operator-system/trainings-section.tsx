import { Badge, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** What the provider's people were taught about personal data. @clause P2 従業員, P4-7 */
export const TrainingsSection = (): ReactNode => {
  const { t } = useTranslation('operator-system');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['operator', 'trainings'],
    queryFn: () => read(api.GET('/api/v1/operator/trainings')),
  });
  return (
    <Section title={t('trainings')} text={t('trainingsText')}>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={t('trainings')}
            empty={t('noTrainings')}
            rows={items}
            keyOf={({ operatorId }) => operatorId}
            columns={[
              {
                head: t('name'),
                cell: ({ name, isDue }) => (
                  <>
                    {name} {isDue && <Badge color="yellow">{t('trainingDue')}</Badge>}
                  </>
                ),
              },
              {
                head: t('trained'),
                cell: ({ trainings }) =>
                  trainings.length === 0 ? (
                    t('notTrained')
                  ) : (
                    <Stack gap={2}>
                      {trainings.map(({ topic, on }) => (
                        <div key={`${on} ${topic}`}>
                          {format.day(on)} {topic}
                        </div>
                      ))}
                    </Stack>
                  ),
              },
              {
                head: t('doIt'),
                cell: ({ operatorId }) => (
                  <ActionButton
                    label={t('addTraining')}
                    fields={[
                      { name: 'topic', label: t('topic') },
                      { name: 'on', label: t('trainedOn'), kind: 'date' },
                    ]}
                    run={(body) =>
                      read(
                        api.POST('/api/v1/operator/operators/{operatorId}/trainings', {
                          params: { path: { operatorId } },
                          body,
                        }),
                      )
                    }
                  />
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
