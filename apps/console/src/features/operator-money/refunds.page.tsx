import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { saveFile } from '../../ui/files.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { OrderRefunds } from './order-refunds.js';

/** Money that tenants have paid beyond what they owe, and how it goes back. @clause W4.7 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  return (
    <Page title={t('refundsPage.title')} lead={t('refundsPage.lead')}>
      <CreditsSection />
      <ApprovedSection />
      <FilesSection />
    </Page>
  );
};

const CreditsSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const credits = useQuery({
    queryKey: ['operator', 'credits'],
    queryFn: () => read(api.GET('/api/v1/operator/credits')),
  });
  return (
    <Section title={t('refundsPage.credits')} text={t('refundsPage.creditsText')}>
      <QueryView query={credits}>
        {({ items }) => (
          <DataTable
            label={t('refundsPage.credits')}
            empty={t('refundsPage.noCredits')}
            rows={items}
            keyOf={({ tenantId }) => tenantId}
            columns={[
              {
                head: t('tenant'),
                cell: ({ tenantId, tenantName }) => <TenantLink id={tenantId} name={tenantName} />,
              },
              {
                head: t('refundsPage.credit'),
                figure: true,
                cell: ({ creditYen }) => format.yen(creditYen),
              },
              { head: t('openYen'), figure: true, cell: ({ openYen }) => format.yen(openYen) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

const ApprovedSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  const approved = useQuery({
    queryKey: ['operator', 'refunds', 'approved'],
    queryFn: () =>
      read(api.GET('/api/v1/operator/refunds', { params: { query: { state: 'approved' } } })),
  });
  return (
    <Section
      title={t('refundsPage.approved')}
      text={t('refundsPage.approvedText')}
      actions={writes && (approved.data?.items.length ?? 0) > 0 && <OrderRefunds />}
    >
      <QueryView query={approved}>
        {({ items }) => (
          <DataTable
            label={t('refundsPage.approved')}
            empty={t('nothingHere')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('total'), figure: true, cell: ({ amountYen }) => format.yen(amountYen) },
              { head: t('account'), cell: ({ account }) => account },
              { head: t('reason'), cell: ({ reason }) => reason },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

const FilesSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  const queries = useQueryClient();
  const files = useQuery({
    queryKey: ['operator', 'refund-files'],
    queryFn: () => read(api.GET('/api/v1/operator/refund-files')),
  });
  const download = useMutation({
    mutationFn: async ({ id, payOn }: { id: string; payOn: string }) => {
      const content = await read(
        api.POST('/api/v1/operator/refund-files/{refundFileId}/download', {
          params: { path: { refundFileId: id } },
          parseAs: 'blob',
        }),
      );
      saveFile(content, `refunds-${payOn}.txt`);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Section title={t('refundsPage.files')}>
      <ProblemAlert error={download.error} />
      <QueryView query={files}>
        {({ items }) => (
          <DataTable
            label={t('refundsPage.files')}
            empty={t('noDebitFiles')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('refundsPage.payOn'), cell: ({ payOn }) => format.day(payOn) },
              { head: t('count'), figure: true, cell: ({ count }) => format.count(count) },
              { head: t('total'), figure: true, cell: ({ totalYen }) => format.yen(totalYen) },
              { head: t('preparedAt'), cell: ({ madeAt }) => format.instant(madeAt) },
              {
                head: t('doIt'),
                cell: (file) =>
                  writes && (
                    <Button
                      size="xs"
                      variant="light"
                      leftSection={<IconDownload size={16} aria-hidden />}
                      onClick={() => {
                        download.mutate(file);
                      }}
                    >
                      {t('download')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
