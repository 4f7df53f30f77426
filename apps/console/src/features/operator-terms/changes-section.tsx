import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

interface ChangesSectionProps {
  readonly slug: string;
  readonly number: number;
  /** Of the text that is compared: the table is read anew when it changes. */
  readonly etag: string;
}

/** The comparison table with the version before (新旧対照表), as the public page will show it. */
export const ChangesSection = ({ slug, number, etag }: ChangesSectionProps): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const query = useQuery({
    queryKey: ['operator', 'terms', slug, String(number), 'changes', etag],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/operator/terms/{slug}/versions/{number}/changes', {
            params: { path: { slug, number } },
          }),
        )
      ).rows,
  });
  return (
    <Section title={t('changes')} text={t('changesText')}>
      <QueryView query={query}>
        {(rows) => (
          <DataTable
            label={t('changes')}
            empty={t('noChanges')}
            minWidth={640}
            rows={rows.map((row, place) => ({ ...row, place }))}
            keyOf={({ place }) => String(place)}
            columns={[
              { head: t('newText'), cell: (row) => <Lines lines={row.new} /> },
              { head: t('oldText'), cell: (row) => <Lines lines={row.old} /> },
              { head: t('remark'), cell: ({ remark }) => t(`remarkOf.${remark}`) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

const Lines = ({ lines }: { lines: readonly Schema<'LineView'>[] }): ReactNode =>
  lines.map(({ runs }, i) => (
    <Text key={i} size="sm" className="any-break" style={{ verticalAlign: 'top' }}>
      {runs.map(({ text, isChanged }, j) => (isChanged ? <u key={j}>{text}</u> : text))}
    </Text>
  ));
