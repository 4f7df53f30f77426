import { Group, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';
import { TrainingsSection } from './trainings-section.js';

const roles = ['support', 'billing', 'admin'] as const;

/** The operators and what each of them may do. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-system');
  const format = useFormat();
  const { id: own } = useSession();
  const staff = useQuery({
    queryKey: ['operator', 'staff'],
    queryFn: () => read(api.GET('/api/v1/operator/operators')),
  });
  const role = {
    name: 'role',
    label: t('roleHead'),
    choices: roles.map((value) => ({ value, label: t(`role.${value}`) })),
  } as const;
  return (
    <Page
      title={t('staff')}
      lead={t('staffLead')}
      actions={
        <ActionButton
          label={t('addStaff.verb')}
          text={t('addStaff.text')}
          size="sm"
          variant="filled"
          fields={[
            { name: 'name', label: t('name') },
            { name: 'email', label: t('email'), kind: 'email' },
            role,
            { name: 'password', label: t('password'), kind: 'password' },
          ]}
          run={(body) => read(api.POST('/api/v1/operator/operators', { body }))}
        />
      }
    >
      <QueryView query={staff}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('staff')}
              empty={t('noStaff')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: t('name'), cell: ({ name }) => name },
                { head: t('email'), cell: ({ email }) => email },
                { head: t('roleHead'), cell: (operator) => t(`role.${operator.role}`) },
                { head: t('since'), cell: ({ createdAt }) => format.shortInstant(createdAt) },
                {
                  head: t('doIt'),
                  cell: (operator) => {
                    const params = { path: { operatorId: operator.id } };
                    if (operator.id === own) return t('yourself');
                    return (
                      <Group gap="xs">
                        <ActionButton
                          label={t('changeRole')}
                          fields={[{ ...role, initial: operator.role }]}
                          run={(body) =>
                            read(
                              api.PATCH('/api/v1/operator/operators/{operatorId}', {
                                params,
                                body,
                              }),
                            )
                          }
                        />
                        <ActionButton
                          label={t('resetFactor.verb')}
                          text={t('resetFactor.text')}
                          run={() =>
                            read(
                              api.DELETE('/api/v1/operator/operators/{operatorId}/second-factor', {
                                params,
                              }),
                            )
                          }
                        />
                        <ActionButton
                          label={t('remove.verb')}
                          text={t('remove.text')}
                          dangerous
                          run={() =>
                            read(api.DELETE('/api/v1/operator/operators/{operatorId}', { params }))
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
      <TrainingsSection />
    </Page>
  );
};
