import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** Legal holds: one operator sets them, two lift them. */
export const HoldsSection = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const query = useQuery({
    queryKey: ['operator', 'legal-holds'],
    queryFn: () => read(api.GET('/api/v1/operator/legal-holds')),
  });
  const reason = { name: 'reason', label: t('reason'), kind: 'long' } as const;
  return (
    <Section
      title={t('holds')}
      text={t('holdsText')}
      actions={
        writes && (
          <ActionButton
            label={t('hold.verb')}
            text={t('hold.text')}
            fields={[{ name: 'tenantId', label: t('tenant'), kind: 'tenant' }, reason]}
            run={(answers) =>
              read(
                api.POST('/api/v1/operator/legal-holds', {
                  body: { tenantId: answers.tenantId, requestId: null, reason: answers.reason },
                }),
              )
            }
          />
        )
      }
    >
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={t('holds')}
            empty={t('noHolds')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: t('tenant'),
                cell: ({ tenantId, requestId }) => (
                  <>
                    {tenantId ? <TenantLink id={tenantId} /> : '–'}
                    {requestId && (
                      <>
                        {' '}
                        <Anchor
                          component={Link}
                          to={`/operator/privacy-requests/${requestId}`}
                          size="sm"
                        >
                          {t('oneRequest')}
                        </Anchor>
                      </>
                    )}
                  </>
                ),
              },
              { head: t('reason'), cell: (hold) => hold.reason },
              { head: t('since'), cell: ({ setAt }) => format.instant(setAt) },
              {
                head: t('state'),
                cell: ({ liftedAt, liftAskedAt, liftReason }) =>
                  liftedAt
                    ? t('lifted', { at: format.instant(liftedAt) })
                    : liftAskedAt
                      ? t('liftAsked', { reason: liftReason })
                      : t('inForce'),
              },
              {
                head: t('doIt'),
                cell: ({ id, liftedAt, liftAskedAt }) => {
                  if (!writes || liftedAt) return null;
                  const params = { path: { holdId: id } };
                  const path = '/api/v1/operator/legal-holds/{holdId}';
                  return (
                    <Group gap="xs">
                      <ActionButton
                        label={t('askLift.verb')}
                        text={t('askLift.text')}
                        fields={[reason]}
                        run={(body) => read(api.POST(`${path}/ask-lift`, { params, body }))}
                      />
                      {liftAskedAt && (
                        <ActionButton
                          label={t('lift.verb')}
                          text={t('lift.text')}
                          dangerous
                          run={() => read(api.POST(`${path}/lift`, { params }))}
                        />
                      )}
                    </Group>
                  );
                },
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
