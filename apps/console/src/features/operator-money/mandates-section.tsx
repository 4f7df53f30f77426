import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';

const returns = ['seal-differs', 'incomplete', 'account-differs'] as const;

/** Account transfer forms on their way to the bank and back. @clause W6.1 */
export const MandatesSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const writes = useMay()('billing.write');
  const query = usePages(['operator', 'mandates'], (from) =>
    read(api.GET('/api/v1/operator/mandates', { params: { query: from } })),
  );
  return (
    <Section title={t('mandates')} text={t('mandatesText')}>
      <PagedView query={query}>
        {(mandates) => (
          <DataTable
            label={t('mandates')}
            empty={t('noMandates')}
            rows={mandates}
            keyOf={({ id }) => id}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('customerNumber'), cell: ({ customerNumber }) => customerNumber },
              { head: t('account'), cell: ({ account }) => account },
              { head: t('state'), cell: ({ state }) => t(`mandate.${state}`) },
              {
                head: t('doIt'),
                cell: ({ id, state }) => {
                  const params = { path: { mandateId: id } };
                  if (!writes) return null;
                  if (state === 'form-received')
                    return (
                      <ActionButton
                        label={t('mandateVerb.submit')}
                        text={t('mandateVerb.submitText')}
                        done={t('mandateVerb.submitDone')}
                        run={() =>
                          read(api.POST('/api/v1/operator/mandates/{mandateId}/submit', { params }))
                        }
                      />
                    );
                  if (state === 'active')
                    return (
                      <ActionButton
                        label={t('mandateVerb.stop')}
                        text={t('mandateVerb.stopText')}
                        done={t('mandateVerb.stopDone')}
                        dangerous
                        run={() =>
                          read(api.POST('/api/v1/operator/mandates/{mandateId}/stop', { params }))
                        }
                      />
                    );
                  if (state !== 'submitted') return null;
                  return (
                    <Group gap="xs">
                      <ActionButton
                        label={t('mandateVerb.accept')}
                        text={t('mandateVerb.acceptText')}
                        done={t('mandateVerb.acceptDone')}
                        fields={[
                          {
                            name: 'activeSince',
                            label: t('activeSince'),
                            kind: 'date',
                            optional: true,
                          },
                        ]}
                        run={({ activeSince }) =>
                          read(
                            api.POST('/api/v1/operator/mandates/{mandateId}/accept', {
                              params,
                              body: { ...(activeSince && { activeSince }) },
                            }),
                          )
                        }
                      />
                      <ActionButton
                        label={t('mandateVerb.return')}
                        text={t('mandateVerb.returnText')}
                        done={t('mandateVerb.returnDone')}
                        fields={[
                          {
                            name: 'reason',
                            label: t('reason'),
                            choices: returns.map((value) => ({
                              value,
                              label: t(`returned.${value}`),
                            })),
                          },
                        ]}
                        run={(body) =>
                          read(
                            api.POST('/api/v1/operator/mandates/{mandateId}/return', {
                              params,
                              body,
                            }),
                          )
                        }
                      />
                    </Group>
                  );
                },
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
