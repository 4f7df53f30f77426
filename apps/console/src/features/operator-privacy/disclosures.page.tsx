import { Badge, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { DisclosureVerbs } from './disclosure-verbs.js';
import { EnterDisclosure, recipientKinds } from './enter-disclosure.js';

const colours = { proposed: 'yellow', given: 'gray', declined: 'red' } as const;
const shownTenants = 3;

/** Personal data that was given out, by hand or by the platform. @clause P2, P4-3 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const [search, setSearch] = useSearchParams();
  const recipientKind = recipientKinds.find((known) => known === search.get('to'));
  const query = usePages(['operator', 'disclosures', recipientKind], (from) =>
    read(
      api.GET('/api/v1/operator/disclosures', {
        params: { query: { ...from, ...(recipientKind && { recipientKind }) } },
      }),
    ),
  );
  return (
    <Page
      title={t('disclosures')}
      lead={t('disclosuresLead')}
      width={1100}
      actions={writes && <EnterDisclosure />}
    >
      <Paper>
        <Stack>
          <SegmentedControl
            aria-label={t('recipientKind')}
            value={recipientKind ?? 'all'}
            data={(['all', ...recipientKinds] as const).map((value) => ({
              value,
              label: t(`recipientKindOf.${value}`),
            }))}
            onChange={(next) => {
              setSearch(next === 'all' ? {} : { to: next }, { replace: true });
            }}
            style={{ alignSelf: 'flex-start', flexWrap: 'wrap', maxWidth: '100%' }}
          />
          <PagedView query={query}>
            {(items) => (
              <DataTable
                label={t('disclosures')}
                empty={t('noDisclosures')}
                minWidth={860}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { head: t('at'), cell: ({ at }) => format.instant(at) },
                  { head: t('recipient'), cell: ({ recipient }) => recipient },
                  {
                    head: t('basis'),
                    cell: ({ basis, ground }) => (
                      <>
                        {t(`basisOf.${basis}`)}
                        <Text size="sm" c="dimmed" className="any-break">
                          {ground}
                        </Text>
                      </>
                    ),
                  },
                  {
                    head: t('what'),
                    cell: ({ what, classes }) => (
                      <>
                        {what}
                        <Text size="sm" c="dimmed">
                          {classes.map((each) => t(`classOf.${each}`)).join(', ')}
                        </Text>
                      </>
                    ),
                  },
                  {
                    head: t('persons'),
                    figure: true,
                    cell: ({ persons }) => format.people(persons),
                  },
                  {
                    head: t('tenant'),
                    cell: ({ tenantIds }) => (
                      <Stack gap={2}>
                        {tenantIds.slice(0, shownTenants).map((id) => (
                          <TenantLink key={id} id={id} />
                        ))}
                        {tenantIds.length > shownTenants &&
                          t('moreTenants', { count: tenantIds.length - shownTenants })}
                      </Stack>
                    ),
                  },
                  {
                    head: t('state'),
                    cell: (entry) => (
                      <Group gap="xs">
                        <Badge color={colours[entry.state]}>
                          {t(`disclosureState.${entry.state}`)}
                        </Badge>
                        {writes && entry.state === 'proposed' && (
                          <DisclosureVerbs disclosure={entry} />
                        )}
                      </Group>
                    ),
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
