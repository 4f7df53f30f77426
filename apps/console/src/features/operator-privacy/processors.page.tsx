import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';
import { ProcessorButton } from './processor-button.js';

/** Who processes personal data for the provider. @clause P2, P4-7, 個人情報保護法25条 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const query = useQuery({
    queryKey: ['operator', 'processors'],
    queryFn: () => read(api.GET('/api/v1/operator/processors')),
  });
  return (
    <Page
      title={t('processors')}
      lead={t('processorsLead')}
      width={1100}
      actions={writes && <ProcessorButton />}
    >
      <QueryView query={query}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('processors')}
              empty={t('noProcessors')}
              minWidth={860}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: t('processor.name'), cell: ({ name }) => name },
                { head: t('processor.service'), cell: ({ service }) => service },
                { head: t('processor.country'), cell: ({ country }) => format.country(country) },
                {
                  head: t('classes'),
                  cell: ({ classes }) => classes.map((each) => t(`classOf.${each}`)).join(', '),
                },
                { head: t('processor.safeguards'), cell: ({ safeguards }) => safeguards },
                {
                  head: t('processor.time'),
                  cell: ({ since, until }) =>
                    `${format.day(since)} – ${until ? format.day(until) : ''}`,
                },
                {
                  head: t('processor.auditedOn'),
                  cell: ({ auditedOn }) => (auditedOn ? format.day(auditedOn) : t('notYet')),
                },
                {
                  head: t('doIt'),
                  cell: (processor) => writes && <ProcessorButton processor={processor} />,
                },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
