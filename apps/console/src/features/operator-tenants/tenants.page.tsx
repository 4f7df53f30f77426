import { Badge, Paper, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const query = usePages(['operator', 'tenants', search], (from) =>
    read(
      api.GET('/api/v1/operator/tenants', {
        params: { query: { ...from, limit: 50, ...(search && { search }) } },
      }),
    ),
  );
  return (
    <Page title={t('tenants')} lead={t('tenantsLead')}>
      <Paper>
        <Stack>
          <TextInput
            type="search"
            label={t('search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
            maw={420}
          />
          <PagedView query={query}>
            {(tenants) => (
              <DataTable
                label={t('tenants')}
                empty={t('noTenants')}
                rows={tenants}
                keyOf={({ id }) => id}
                columns={[
                  { head: t('name'), cell: ({ id, name }) => <TenantLink id={id} name={name} /> },
                  { head: t('slug'), cell: ({ slug }) => slug },
                  { head: t('members'), figure: true, cell: ({ members }) => members },
                  {
                    head: t('lastSeen'),
                    cell: ({ lastSeenAt }) => (lastSeenAt ? format.shortInstant(lastSeenAt) : '–'),
                  },
                  {
                    head: t('state'),
                    cell: ({ frozen }) => frozen && <Badge color="red">{t('frozen')}</Badge>,
                  },
                ]}
              />
            )}
          </PagedView>
        </Stack>
      </Paper>
    </Page>
  );
};
