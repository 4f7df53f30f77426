import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { BreachSection } from './breach-section.js';
import { EnterBreach } from './enter-breach.js';

/** Breaches of personal data with what must be done until when. @clause 個人情報保護法26条 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const writes = useMay()('terms.write');
  const query = useQuery({
    queryKey: ['operator', 'breaches'],
    queryFn: () => read(api.GET('/api/v1/operator/breaches')),
  });
  return (
    <Page
      title={t('breaches')}
      lead={t('breachesLead')}
      width={1100}
      actions={writes && <EnterBreach />}
    >
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Paper>
              <Text c="dimmed">{t('noBreaches')}</Text>
            </Paper>
          ) : (
            items.map((breach) => <BreachSection key={breach.id} breach={breach} />)
          )
        }
      </QueryView>
    </Page>
  );
};
