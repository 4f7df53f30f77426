import { Anchor, Group, Paper } from '@mantine/core';
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

/** Letters to print, post and follow; their arrival counts for notices. @clause W3.2 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const writes = useMay()('contracts.write');
  const letters = useQuery({
    queryKey: ['operator', 'letters'],
    queryFn: () => read(api.GET('/api/v1/operator/letters')),
  });
  return (
    <Page title={t('letters')} lead={t('lettersLead')}>
      <QueryView query={letters}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('letters')}
              empty={t('noLetters')}
              rows={items}
              keyOf={({ id }) => id}
              minWidth={700}
              columns={[
                {
                  head: t('subject'),
                  cell: ({ id, subject }) => (
                    <Anchor href={`/api/v1/operator/letters/${id}/pdf`} target="_blank">
                      {subject} (PDF)
                    </Anchor>
                  ),
                },
                { head: t('to'), cell: ({ name, postalAddress }) => `${name} ${postalAddress}` },
                { head: t('made'), cell: ({ postedAt }) => format.shortInstant(postedAt) },
                {
                  head: t('doIt'),
                  cell: ({ id, printedAt, sentAt }) => {
                    const params = { path: { letterId: id } };
                    if (!writes) return null;
                    if (!printedAt)
                      return (
                        <ActionButton
                          label={t('printed')}
                          run={() =>
                            read(
                              api.POST('/api/v1/operator/letters/{letterId}/printed', { params }),
                            )
                          }
                        />
                      );
                    if (!sentAt)
                      return (
                        <ActionButton
                          label={t('posted')}
                          fields={[
                            {
                              name: 'postedOn',
                              label: t('postedOn'),
                              kind: 'date',
                              optional: true,
                            },
                          ]}
                          run={({ postedOn }) =>
                            read(
                              api.POST('/api/v1/operator/letters/{letterId}/posted', {
                                params,
                                body: { postedOn: postedOn || null },
                              }),
                            )
                          }
                        />
                      );
                    return (
                      <Group gap="xs">
                        <ActionButton
                          label={t('delivered')}
                          fields={[{ name: 'deliveredOn', label: t('deliveredOn'), kind: 'date' }]}
                          run={(body) =>
                            read(
                              api.POST('/api/v1/operator/letters/{letterId}/delivered', {
                                params,
                                body,
                              }),
                            )
                          }
                        />
                        <ActionButton
                          label={t('returned')}
                          run={() =>
                            read(
                              api.POST('/api/v1/operator/letters/{letterId}/returned', { params }),
                            )
                          }
                        />
                      </Group>
                    );
                  },
                },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
