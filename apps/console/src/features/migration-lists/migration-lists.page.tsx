import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useNewsletters } from '../../api/newsletters.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { ListStatus, refreshMs } from './list-status.js';
import { UploadSection } from './upload-section.js';

/** Lists of readers from elsewhere: handed in, signed, looked at, asked. @clause D-13 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('migration-lists');
  const format = useFormat();
  const writes = useMay()('subscribers.write');
  const { data: newsletters = [] } = useNewsletters();
  const lists = useQuery({
    queryKey: ['migration-lists'],
    queryFn: () => read(api.GET('/api/v1/migration-lists')),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'asking') ? refreshMs : false,
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={960}>
      {writes && <UploadSection />}
      <Section title={t('list')}>
        <QueryView query={lists}>
          {({ items }) => (
            <DataTable
              label={t('list')}
              empty={t('none')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: t('uploaded'),
                  cell: ({ id, uploadedAt }) => (
                    <Anchor component={Link} to={`/migration-lists/${id}`}>
                      {format.instant(uploadedAt)}
                    </Anchor>
                  ),
                },
                {
                  head: t('newsletter'),
                  cell: ({ newsletterId }) =>
                    newsletters.find(({ id }) => id === newsletterId)?.title ?? '–',
                },
                { head: t('state'), cell: ({ status }) => <ListStatus status={status} /> },
                {
                  head: t('rows'),
                  figure: true,
                  cell: ({ rowCount }) => format.people(rowCount),
                },
                {
                  head: t('refused'),
                  figure: true,
                  cell: ({ problemCount }) => format.count(problemCount),
                },
              ]}
            />
          )}
        </QueryView>
      </Section>
    </Page>
  );
};
