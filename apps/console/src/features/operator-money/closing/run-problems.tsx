import { Alert, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { TenantLink } from '../../../ui/tenant-link.js';
import { useFormat } from '../../../ui/use-format.js';
import { useProblemText } from './problem-text.js';

/** Tenants that a run could not bill, and why. The run is started again once that is mended. */
export const RunProblems = ({ month }: { month: string }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const problemText = useProblemText();
  const { data } = useQuery({
    queryKey: ['operator', 'billing-run', month],
    queryFn: () =>
      read(api.GET('/api/v1/operator/billing/runs/{month}', { params: { path: { month } } })),
  });
  if (!data || data.problemTenants.length === 0) return null;
  return (
    <Alert color="red" title={t('runProblems', { month: format.month(month) })}>
      {t('runProblemsText')}
      <List size="sm" mt="xs">
        {data.problemTenants.map(({ tenantId, problem }) => (
          <List.Item key={tenantId}>
            <TenantLink id={tenantId} />: {problemText(problem)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};
