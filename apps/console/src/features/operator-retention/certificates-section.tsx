import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** What was erased, with a file to hand out, and whether the chain of certificates is whole. */
export const CertificatesSection = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const format = useFormat();
  const chain = useQuery({
    queryKey: ['operator', 'erasure-chain'],
    queryFn: () => read(api.GET('/api/v1/operator/erasure-chain')),
  });
  const query = usePages(['operator', 'erasure-certificates'], (from) =>
    read(api.GET('/api/v1/operator/erasure-certificates', { params: { query: from } })),
  );
  return (
    <Section title={t('certificates')} text={t('certificatesText')}>
      <QueryView query={chain}>
        {({ certificates, head, broken }) =>
          broken.length > 0 ? (
            <Alert color="red" title={t('brokenChain')}>
              {broken.map(({ no }) => no).join(', ')}
            </Alert>
          ) : (
            certificates > 0 && (
              <Text size="sm" c="dimmed" className="any-break">
                {t('wholeChain', { count: certificates, head })}
              </Text>
            )
          )
        }
      </QueryView>
      <PagedView query={query}>
        {(certificates) => (
          <DataTable
            label={t('certificates')}
            empty={t('noCertificates')}
            rows={certificates}
            keyOf={({ id }) => id}
            columns={[
              {
                head: t('no'),
                cell: ({ id, no }) => (
                  <Anchor
                    href={`/api/v1/operator/erasure-certificates/${id}/file.pdf`}
                    target="_blank"
                  >
                    {no} (PDF)
                  </Anchor>
                ),
              },
              { head: t('day'), cell: ({ day }) => format.day(day) },
              {
                head: t('tenant'),
                cell: ({ tenantId, tenantName }) =>
                  tenantId ? (
                    <TenantLink id={tenantId} {...(tenantName && { name: tenantName })} />
                  ) : (
                    t('nobody')
                  ),
              },
              { head: t('class'), cell: (certificate) => t(`classOf.${certificate.class}`) },
              {
                head: t('number'),
                figure: true,
                cell: ({ lines }) => format.count(lines.reduce((sum, { count }) => sum + count, 0)),
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
