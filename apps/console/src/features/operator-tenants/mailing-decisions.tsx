import { Anchor, Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { ReviewsSection } from './reviews-section.js';

/** Mailings that the quality gate has stopped, and those to be read before they go out. */
export const MailingDecisions = (): ReactNode => {
  const may = useMay();
  return (
    <>
      {may('deliverability.read') && <GatesSection />}
      <ReviewsSection />
    </>
  );
};

const GatesSection = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const writes = useMay()('deliverability.write');
  const gates = usePages(['operator', 'quality-gates', 'waiting'], (from) =>
    read(
      api.GET('/api/v1/operator/quality-gates', { params: { query: { ...from, state: 'open' } } }),
    ),
  );
  const reason = [
    { name: 'reason', label: t('reason'), text: t('toldToTenant'), kind: 'long' },
  ] as const;
  return (
    <Section title={t('gates')} text={t('gatesText')}>
      <PagedView query={gates}>
        {(items) => (
          <DataTable
            label={t('gates')}
            empty={t('nothingHere')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              {
                head: t('at'),
                cell: ({ tenantId, campaignId, trippedAt, campaignStatus }) => (
                  <>
                    <Anchor
                      component={Link}
                      to={`/operator/tenants/${tenantId}/campaigns/${campaignId}`}
                    >
                      {format.instant(trippedAt)}
                    </Anchor>{' '}
                    {campaignStatus === 'stopped' && (
                      <Badge color="gray">{t('stoppedByOwner')}</Badge>
                    )}
                  </>
                ),
              },
              { head: t('sent'), figure: true, cell: ({ sent }) => format.count(sent) },
              {
                head: t('bounced'),
                figure: true,
                cell: ({ bounced, sent }) => format.share(bounced, sent),
              },
              {
                head: t('complained'),
                figure: true,
                cell: ({ complained, sent }) => format.share(complained, sent),
              },
              {
                head: t('decision'),
                cell: ({ id }) =>
                  writes && (
                    <Group gap="xs">
                      <ActionButton
                        label={t('release')}
                        text={t('releaseText')}
                        done={t('releaseDone')}
                        fields={reason}
                        run={(body) =>
                          read(
                            api.POST('/api/v1/operator/quality-gates/{gateId}/release', {
                              params: { path: { gateId: id } },
                              body,
                            }),
                          )
                        }
                      />
                      <ActionButton
                        label={t('abort')}
                        done={t('abortDone')}
                        text={t('abortText')}
                        dangerous
                        fields={reason}
                        run={(body) =>
                          read(
                            api.POST('/api/v1/operator/quality-gates/{gateId}/abort', {
                              params: { path: { gateId: id } },
                              body,
                            }),
                          )
                        }
                      />
                    </Group>
                  ),
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
