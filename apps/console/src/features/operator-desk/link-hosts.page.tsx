import { Group, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';
import { LinkHostButton } from './link-host-button.js';

/** Where links of campaigns may not, or should not, lead. @clause W12A-16 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const writes = useMay()('inquiries.write');
  const query = useQuery({
    queryKey: ['operator', 'link-hosts'],
    queryFn: () => read(api.GET('/api/v1/operator/link-hosts')),
  });
  return (
    <Page title={t('linkHosts')} lead={t('linkHostsLead')} actions={writes && <LinkHostButton />}>
      <QueryView query={query}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('linkHosts')}
              empty={t('noLinkHosts')}
              rows={items}
              keyOf={({ host }) => host}
              columns={[
                { head: t('host'), cell: ({ host }) => host },
                { head: t('hostKind'), cell: ({ kind }) => t(`hostKindOf.${kind}`) },
                { head: t('hostNote'), cell: ({ note }) => note },
                { head: t('hostAdded'), cell: ({ addedAt }) => format.shortInstant(addedAt) },
                {
                  head: t('doIt'),
                  cell: (line) =>
                    writes && (
                      <Group gap="xs">
                        <LinkHostButton line={line} />
                        <ActionButton
                          label={t('removeHost.verb')}
                          text={t('removeHost.text')}
                          dangerous
                          run={() =>
                            read(
                              api.DELETE('/api/v1/operator/link-hosts/{host}', {
                                params: { path: { host: line.host } },
                              }),
                            )
                          }
                        />
                      </Group>
                    ),
                },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
