import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { MailFrame } from '../../ui/mail-frame.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

type Decision = 'approved' | 'rejected';

export const ReviewsSection = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const may = useMay();
  const reviews = useQuery({
    queryKey: ['operator', 'campaign-reviews'],
    queryFn: () => read(api.GET('/api/v1/operator/campaign-reviews')),
  });
  const decide = (
    { tenantId, campaignId }: { tenantId: string; campaignId: string },
    decision: Decision,
    reason?: string,
  ): Promise<unknown> =>
    read(
      api.POST('/api/v1/operator/tenants/{tenantId}/campaign-reviews/{campaignId}/decide', {
        params: { path: { tenantId, campaignId } },
        body: { decision, ...(reason && { reason }) },
      }),
    );
  return (
    <Section title={t('reviews')} text={t('reviewsText')}>
      <QueryView query={reviews}>
        {({ items }) => (
          <DataTable
            label={t('reviews')}
            empty={t('nothingHere')}
            rows={items}
            keyOf={({ campaignId }) => campaignId}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('at'), cell: ({ requestedAt }) => format.instant(requestedAt) },
              {
                head: t('recipients'),
                figure: true,
                cell: ({ recipients }) => format.count(recipients),
              },
              { head: t('note'), cell: ({ note }) => note },
              {
                head: t('decision'),
                cell: (review) =>
                  may('tenants.write') && (
                    <Group gap="xs">
                      <ActionButton
                        label={t('readIt')}
                        done={t('reviewApproved')}
                        text={<Content {...review} />}
                        run={() => decide(review, 'approved')}
                      />
                      <ActionButton
                        label={t('sendBack')}
                        text={t('sendBackText')}
                        done={t('reviewSentBack')}
                        fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
                        run={({ reason }) => decide(review, 'rejected', reason)}
                      />
                    </Group>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

/** What would go out. */
const Content = ({ tenantId, campaignId }: { tenantId: string; campaignId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const content = useQuery({
    queryKey: ['operator', 'reviewed-content', campaignId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/campaign-reviews/{campaignId}', {
          params: { path: { tenantId, campaignId } },
        }),
      ),
  });
  return (
    <QueryView query={content}>
      {({ subject, senderName, text, html }) => (
        <>
          <Text fw={600}>{subject}</Text>
          <Text size="sm" c="dimmed">
            {senderName}
          </Text>
          <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-wrap' }} className="any-break">
            {text || t('noText')}
          </Text>
          {html !== null && <MailFrame html={html} title={t('htmlPart')} />}
        </>
      )}
    </QueryView>
  );
};
