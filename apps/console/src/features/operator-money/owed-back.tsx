import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** Who was paid back what the bank then took away: a person asks for it, since no invoice does. */
export const OwedBack = ({ rows }: { rows: readonly Schema<'OwedBackView'>[] }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  return (
    <>
      <Title order={2} size="h4" mt="md">
        {t('owedBack')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('owedBackText')}
      </Text>
      <DataTable
        label={t('owedBack')}
        empty=""
        rows={rows}
        keyOf={({ tenantId }) => tenantId}
        minWidth={400}
        columns={[
          {
            head: t('tenant'),
            cell: ({ tenantId, tenantName }) => <TenantLink id={tenantId} name={tenantName} />,
          },
          { head: t('openYen'), figure: true, cell: ({ amountYen }) => format.yen(amountYen) },
          { head: t('reversedOn'), cell: ({ since }) => format.day(since) },
        ]}
      />
    </>
  );
};
