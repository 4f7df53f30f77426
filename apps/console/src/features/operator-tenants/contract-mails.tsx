import { Group, Spoiler, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** Mails to the contract desk: a notice of termination, or something to put away. */
export const ContractMails = ({
  mails,
}: {
  mails: readonly Schema<'ContractMailView'>[];
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const writes = useMay()('contracts.write');
  return (
    <Section title={t('mails')}>
      <DataTable
        label={t('mails')}
        empty={t('nothingHere')}
        rows={mails}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t('tenant'),
            cell: ({ tenantId, sender }) => (tenantId ? <TenantLink id={tenantId} /> : sender),
          },
          { head: t('arrived'), cell: ({ arrivedAt }) => format.instant(arrivedAt) },
          {
            head: t('mailText'),
            cell: ({ subject, body }) => (
              <>
                <Text fw={600}>{subject}</Text>
                <Spoiler maxHeight={48} showLabel={t('action.more')} hideLabel={t('action.close')}>
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {body}
                  </Text>
                </Spoiler>
              </>
            ),
          },
          {
            head: t('decision'),
            cell: ({ id, tenantId }) =>
              writes && (
                <Group gap="xs">
                  {tenantId && (
                    <ActionButton
                      label={t('asTermination.verb')}
                      done={t('asTermination.done')}
                      text={t('asTermination.text')}
                      dangerous
                      fields={[
                        {
                          name: 'lastMonthOfUse',
                          label: t('paperNotice.lastMonth'),
                          kind: 'month',
                          optional: true,
                        },
                      ]}
                      run={({ lastMonthOfUse }, key) =>
                        read(
                          api.POST('/api/v1/operator/contract-mails/{mailId}/termination', {
                            params: { path: { mailId: id }, header: { 'Idempotency-Key': key } },
                            body: { tenantId, lastMonthOfUse: lastMonthOfUse || null },
                          }),
                        )
                      }
                    />
                  )}
                  <ActionButton
                    label={t('file')}
                    text={t('fileText')}
                    done={t('fileDone')}
                    run={() =>
                      read(
                        api.POST('/api/v1/operator/contract-mails/{mailId}/filed', {
                          params: { path: { mailId: id } },
                        }),
                      )
                    }
                  />
                </Group>
              ),
          },
        ]}
      />
    </Section>
  );
};
