import { Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Deed, DeedDetails } from '../../ui/audit/deed.js';
import { DataTable } from '../../ui/data-table.js';
import { instantInJapan } from '../../ui/format.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

const nothing = { action: '', from: '', until: '' };

/** Who did what, anywhere. @clause W17.2 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-system');
  const format = useFormat();
  const [typed, setTyped] = useState(nothing);
  const [asked] = useDebouncedValue(typed, 300);
  const query = usePages(['operator', 'audit', asked], (from) =>
    read(
      api.GET('/api/v1/operator/audit', {
        params: {
          query: {
            ...from,
            limit: 50,
            ...(asked.action && { action: asked.action }),
            ...(asked.from && { from: instantInJapan(asked.from, '00:00') }),
            ...(asked.until && { until: instantInJapan(asked.until, '23:59') }),
          },
        },
      }),
    ),
  );
  const input = (name: keyof typeof nothing) => ({
    label: t(`find.${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Page title={t('audit')} lead={t('auditLead')}>
      <Paper>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput type="search" {...input('action')} />
            <TextInput type="date" {...input('from')} />
            <TextInput type="date" {...input('until')} />
          </SimpleGrid>
          <PagedView query={query}>
            {(entries) => (
              <DataTable
                label={t('audit')}
                empty={t('noAudit')}
                rows={entries}
                keyOf={({ id }) => id}
                minWidth={760}
                columns={[
                  { head: t('at'), cell: ({ at }) => format.exactInstant(at) },
                  {
                    head: t('who'),
                    cell: ({ actorKind, actorName }) => actorName ?? t(`actor.${actorKind}`),
                  },
                  { head: t('action'), cell: ({ action }) => <Deed action={action} /> },
                  {
                    head: t('tenant'),
                    cell: ({ tenantId }) => (tenantId ? <TenantLink id={tenantId} /> : '–'),
                  },
                  { head: t('details'), cell: ({ details }) => <DeedDetails details={details} /> },
                ]}
              />
            )}
          </PagedView>
        </Stack>
      </Paper>
    </Page>
  );
};
