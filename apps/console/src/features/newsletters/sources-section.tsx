import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** By which ways people came in the last thirty days; numbers only. @clause W17.4 */
export const SourcesSection = ({ newsletterId }: { newsletterId: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['newsletters', newsletterId, 'sources'],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/newsletters/{newsletterId}/sources', {
            params: { path: { newsletterId } },
          }),
        )
      ).items,
  });
  return (
    <Section title={t('sources.title')} text={t('sources.text')}>
      <QueryView query={query}>
        {(items) => {
          const all = items.reduce((sum, { joined }) => sum + joined, 0);
          return (
            <DataTable
              label={t('sources.title')}
              empty={t('sources.none')}
              minWidth={240}
              rows={items}
              keyOf={({ channel }) => channel}
              columns={[
                { head: t('sources.channel'), cell: ({ channel }) => t(`sources.of.${channel}`) },
                {
                  head: t('sources.joined'),
                  figure: true,
                  cell: ({ joined }) => format.people(joined),
                },
                {
                  head: t('sources.share'),
                  figure: true,
                  cell: ({ joined }) => format.share(joined, all),
                },
              ]}
            />
          );
        }}
      </QueryView>
    </Section>
  );
};
