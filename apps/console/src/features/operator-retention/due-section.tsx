import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { DueCounts } from './due-counts.js';

const colours = { waiting: 'gray', due: 'blue', late: 'red' } as const;

/** Tenants whose contracts are over, and when what is kept of them goes. */
export const DueSection = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['operator', 'erasures', 'due'],
    queryFn: () => read(api.GET('/api/v1/operator/erasures/due')),
  });
  return (
    <Section title={t('due')} text={t('dueText')}>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={t('due')}
            empty={t('noDue')}
            rows={items}
            keyOf={({ tenantId }) => tenantId}
            columns={[
              {
                head: t('tenant'),
                cell: ({ tenantId, tenantName }) => <TenantLink id={tenantId} name={tenantName} />,
              },
              { head: t('what'), cell: (line) => t(`goes.${line.class}`) },
              { head: t('from'), cell: ({ from }) => format.day(from) },
              { head: t('by'), cell: ({ by }) => (by ? format.day(by) : '–') },
              {
                head: t('state'),
                cell: ({ standing, isHeld, isSettled, ...line }) => (
                  <Badge color={isHeld ? 'yellow.9' : colours[standing]} variant="light">
                    {isHeld
                      ? t('held')
                      : line.class === 'B' && standing === 'due' && !isSettled
                        ? t('unsettled')
                        : t(`standing.${standing}`)}
                  </Badge>
                ),
              },
              {
                head: t('rows'),
                cell: ({ tenantId, class: which }) => (
                  <DueCounts tenantId={tenantId} which={which} />
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
