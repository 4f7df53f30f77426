import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
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
  const gates = useQuery({
    queryKey: ['operator', 'quality-gates', 'open'],
    queryFn: () =>
      read(api.GET('/api/v1/operator/quality-gates', { params: { query: { state: 'open' } } })),
  });
  const note = [{ name: 'note', label: t('reason'), kind: 'long' }] as const;
  return (
    <Section title={t('gates')} text={t('gatesText')}>
      <QueryView query={gates}>
        {({ items }) => (
          <DataTable
            label={t('gates')}
            empty={t('nothingHere')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('at'), cell: ({ trippedAt }) => format.instant(trippedAt) },
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
                        fields={note}
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
                        fields={note}
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
      </QueryView>
    </Section>
  );
};
