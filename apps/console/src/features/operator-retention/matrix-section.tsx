import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

/** How long each class of data is kept, and why. */
export const MatrixSection = (): ReactNode => {
  const { t, i18n } = useTranslation('operator-retention');
  const query = useQuery({
    queryKey: ['operator', 'retention-matrix'],
    queryFn: () => read(api.GET('/api/v1/operator/retention-matrix')),
    staleTime: Infinity,
  });
  return (
    <Section title={t('matrix')}>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={t('matrix')}
            empty=""
            rows={items}
            keyOf={(line) => line.class}
            columns={[
              { head: t('class'), cell: (line) => t(`classOf.${line.class}`) },
              {
                head: t('kept'),
                cell: ({ textJa, textEn }) => (i18n.language === 'ja' ? textJa : textEn),
              },
              { head: t('ending'), cell: ({ ending }) => t(`endingOf.${ending}`) },
              { head: t('basis'), cell: ({ basis }) => basis },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
