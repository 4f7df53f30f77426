import { Paper } from '@mantine/core';
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

/** Days on which the office is closed besides weekends and national holidays. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-system');
  const format = useFormat();
  const writes = useMay()('inquiries.write');
  const desk = useQuery({
    queryKey: ['operator', 'desk'],
    queryFn: () => read(api.GET('/api/v1/contact')),
  });
  return (
    <Page
      title={t('holidays')}
      lead={t('holidaysLead')}
      actions={
        writes && (
          <ActionButton
            label={t('closeDay.verb')}
            text={t('closeDay.text')}
            size="sm"
            variant="filled"
            fields={[
              { name: 'day', label: t('day'), kind: 'date' },
              { name: 'name', label: t('name') },
            ]}
            run={(body) => read(api.PUT('/api/v1/operator/closing-days', { body }))}
          />
        )
      }
    >
      <QueryView query={desk}>
        {({ closingDays }) => (
          <Paper>
            <DataTable
              label={t('holidays')}
              empty={t('noHolidays')}
              minWidth={280}
              rows={closingDays}
              keyOf={({ day }) => day}
              columns={[
                { head: t('day'), cell: ({ day }) => format.day(day) },
                { head: t('name'), cell: ({ name }) => name },
                {
                  head: t('doIt'),
                  cell: ({ day }) =>
                    writes && (
                      <ActionButton
                        label={t('openDay')}
                        dangerous
                        run={() =>
                          read(
                            api.DELETE('/api/v1/operator/closing-days/{day}', {
                              params: { path: { day } },
                            }),
                          )
                        }
                      />
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
