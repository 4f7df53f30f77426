import { Anchor, Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { open: 'red', released: 'green', aborted: 'gray' } as const;

/** Every campaign that the quality gate has held, with what was decided and why; decided on the page of approvals. */
export const HeldSection = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const gates = usePages(['operator', 'quality-gates', 'all'], (from) =>
    read(
      api.GET('/api/v1/operator/quality-gates', { params: { query: { ...from, state: 'all' } } }),
    ),
  );
  return (
    <Section
      title={t('held.title')}
      text={t('held.text')}
      actions={
        <Anchor component={Link} to="/operator/approvals">
          {t('held.decide')}
        </Anchor>
      }
    >
      <PagedView query={gates}>
        {(items) => (
          <DataTable
            label={t('held.title')}
            empty={t('held.none')}
            rows={items}
            keyOf={({ id }) => id}
            minWidth={760}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              {
                head: t('held.at'),
                cell: ({ tenantId, campaignId, trippedAt }) => (
                  <Anchor
                    component={Link}
                    to={`/operator/tenants/${tenantId}/campaigns/${campaignId}`}
                  >
                    {format.shortInstant(trippedAt)}
                  </Anchor>
                ),
              },
              { head: t('held.sent'), figure: true, cell: ({ sent }) => format.count(sent) },
              {
                head: t('held.bounced'),
                figure: true,
                cell: ({ bounced, sent }) => format.share(bounced, sent),
              },
              {
                head: t('held.complained'),
                figure: true,
                cell: ({ complained, sent }) => format.share(complained, sent),
              },
              {
                head: t('held.decision'),
                cell: ({ decision, decidedAt, reason }) => (
                  <>
                    <Badge color={colors[decision ?? 'open']}>
                      {t(`held.of.${decision ?? 'open'}`)}
                    </Badge>{' '}
                    {decidedAt && format.shortInstant(decidedAt)}
                    {reason && (
                      <Text size="sm" c="dimmed" className="any-break">
                        {reason}
                      </Text>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
