import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { DataTable } from '../../../ui/data-table.js';
import { PagedView, usePages } from '../../../ui/paged.js';
import { Section } from '../../../ui/section.js';
import { TenantLink } from '../../../ui/tenant-link.js';
import { useFormat } from '../../../ui/use-format.js';
import { useProblemText } from './problem-text.js';

/** What the closing run would issue, without issuing it. */
export const PreviewSection = ({ month }: { month: string }): ReactNode => {
  const { t, i18n } = useTranslation('operator-money');
  const format = useFormat();
  const problemText = useProblemText();
  const query = usePages(['operator', 'run-preview', month], (from) =>
    read(
      api.GET('/api/v1/operator/billing/runs/{month}/preview', {
        params: { path: { month }, query: { ...from, limit: 20 } },
      }),
    ),
  );
  return (
    <Section title={t('preview', { month: format.month(month) })} text={t('previewText')}>
      <PagedView query={query}>
        {(tenants) => (
          <DataTable
            label={t('preview', { month: format.month(month) })}
            empty={t('noPreview')}
            rows={tenants}
            keyOf={({ tenantId }) => tenantId}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              {
                head: t('lines'),
                cell: ({ lines, problem }) =>
                  lines.length === 0 && problem === null ? (
                    <Text size="sm" c="dimmed">
                      {t('noPreview')}
                    </Text>
                  ) : (
                    lines.map((line) => (
                      <Text key={line.textJa + line.month} size="sm">
                        {i18n.language === 'ja' ? line.textJa : line.textEn}:{' '}
                        {format.yen(line.amountYen)}
                      </Text>
                    ))
                  ),
              },
              {
                head: t('tax'),
                figure: true,
                cell: ({ totals }) => format.yen(totals.taxYen),
              },
              {
                head: t('total'),
                figure: true,
                cell: ({ totals }) => format.yen(totals.totalYen),
              },
              {
                head: t('state'),
                cell: ({ problem, provisional }) =>
                  problem ? (
                    <Badge color="red">{problemText(problem)}</Badge>
                  ) : (
                    provisional && <Badge color="gray">{t('provisional')}</Badge>
                  ),
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
