import { Anchor, Badge, Button, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useNameOfCode } from '../../ui/catalogue.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { StateFilter, useStateInAddress } from '../../ui/state-filter.js';
import { useFormat } from '../../ui/use-format.js';

const states = ['received', 'accepted', 'rejected', 'withdrawn'] as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const may = useMay();
  const state = useStateInAddress(states);
  const query = usePages(['operator', 'applications', state], (from) =>
    read(
      api.GET('/api/v1/operator/applications', {
        params: { query: { ...from, state, limit: 50 } },
      }),
    ),
  );
  return (
    <Page
      title={t('applications')}
      lead={t('applicationsLead')}
      actions={
        may('contracts.write') && (
          <Button component={Link} to="/operator/applications/new">
            {t('record.verb')}
          </Button>
        )
      }
    >
      <Paper>
        <Stack>
          <StateFilter
            label={t('state')}
            states={states}
            nameOf={(name) => t(`application.${name}`)}
          />
          <PagedView query={query}>
            {(applications) => (
              <DataTable
                label={t('applications')}
                empty={t('noApplications')}
                rows={applications}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: t('applicant'),
                    cell: ({ id, applicant }) => (
                      <Anchor component={Link} to={`/operator/applications/${id}`}>
                        {applicant.name}
                      </Anchor>
                    ),
                  },
                  { head: t('course'), cell: ({ courseCode }) => nameOf(courseCode) },
                  { head: t('channelHead'), cell: ({ channel }) => t(`channel.${channel}`) },
                  {
                    head: t('appliedAt'),
                    cell: ({ appliedAt, channel }) => format.arrival(appliedAt, channel),
                  },
                  {
                    head: t('form'),
                    cell: ({ formArrivedAt, channel }) =>
                      formArrivedAt ? format.arrival(formArrivedAt, channel) : t('start.notYet'),
                  },
                  {
                    head: t('warnings'),
                    cell: ({ warnings }) =>
                      warnings.length > 0 && <Badge color="orange">{warnings.length}</Badge>,
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
