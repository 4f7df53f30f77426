import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { StateFilter, useStateInAddress } from '../../ui/state-filter.js';
import { CaseSection } from './case-section.js';
import { prohibitedActs } from './prohibited-acts.js';

const states = ['open', 'all'] as const;

/** Suspected breaches of the prohibited acts. @clause W12A */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const writes = useMay()('inquiries.write');
  const state = useStateInAddress(states);
  const query = usePages(['operator', 'abuse-cases', state], (from) =>
    read(api.GET('/api/v1/operator/abuse-cases', { params: { query: { ...from, state } } })),
  );
  return (
    <Page title={t('cases')} lead={t('casesLead')} width={960} actions={writes && <OpenCase />}>
      <StateFilter label={t('state')} states={states} nameOf={(name) => t(`stateOf.${name}`)} />
      <PagedView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Paper>
              <Text c="dimmed">{t('noCases')}</Text>
            </Paper>
          ) : (
            <Stack>
              {items.map((found) => (
                <CaseSection key={found.id} found={found} />
              ))}
            </Stack>
          )
        }
      </PagedView>
    </Page>
  );
};

const OpenCase = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const [search] = useSearchParams();
  return (
    <ActionButton
      label={t('openCase.verb')}
      text={t('openCase.text')}
      size="sm"
      variant="filled"
      fields={[
        { name: 'tenantId', label: t('tenant'), kind: 'tenant' },
        {
          name: 'code',
          label: t('openCase.code'),
          choices: prohibitedActs.map((value) => ({
            value,
            label: `${value} ${t(`act.${value}`)}`,
          })),
        },
        { name: 'summary', label: t('openCase.summary'), kind: 'long' },
        {
          name: 'inquiryId',
          label: t('openCase.inquiry'),
          optional: true,
          initial: search.get('inquiry') ?? '',
        },
      ]}
      run={({ tenantId, code, summary, inquiryId }) =>
        read(
          api.POST('/api/v1/operator/abuse-cases', {
            body: { tenantId, code, summary, inquiryId: inquiryId || null },
          }),
        )
      }
    />
  );
};
