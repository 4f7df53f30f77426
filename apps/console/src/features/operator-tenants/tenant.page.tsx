import { Badge, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useMay } from '../../api/session.js';
import { BehindAccessGate } from '../../ui/access/behind-access-gate.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { ActingSection } from './tenant/acting-section.js';
import { ContractFacts } from './tenant/contract-facts.js';
import { ContractVerbs } from './tenant/contract-verbs.js';
import { MeasuresSection } from './tenant/measures-section.js';
import { OpenContractSection } from './tenant/open-contract-section.js';
import { RemovalSection } from './tenant/removal-section.js';
import { RequestsSection } from './tenant/requests-section.js';
import { StartSection } from './tenant/start-section.js';
import { TimelineSection } from './tenant/timeline-section.js';
import { TenantMoney } from './tenant/tenant-money.js';

/** One tenant, behind the question why one looks at it. */
export const Component = (): ReactNode => (
  <BehindAccessGate>
    {({ tenantId, reason }) => <Tenant key={tenantId} tenantId={tenantId} reason={reason} />}
  </BehindAccessGate>
);

interface TenantProps {
  readonly tenantId: string;
  readonly reason: ReactNode;
}

/** Its contract from the application to the erasure, with every verb that its state and one's role allow. */
const Tenant = ({ tenantId, reason }: TenantProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const may = useMay();
  const params = { path: { tenantId } };
  const tenant = useQuery({
    queryKey: ['operator', 'tenant', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}', { params })),
  });
  const contract = useQuery({
    queryKey: ['operator', 'contract', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}/contract', { params })),
  });
  const none = contract.error instanceof ApiProblem && contract.error.status === 404;
  return (
    <Page
      title={tenant.data?.name ?? t('tenant')}
      lead={
        <Group gap="xs">
          {tenant.data?.slug}
          {contract.data && <Badge>{t(`contract.${contract.data.status}`)}</Badge>}
          {contract.data?.ending && <Badge color="orange">{t('ending')}</Badge>}
        </Group>
      }
      actions={
        <>
          <Button
            component={Link}
            to={`/operator/tenants/${tenantId}/campaigns`}
            variant="default"
            size="xs"
          >
            {t('toCampaigns')}
          </Button>
          {reason}
        </>
      }
    >
      {none ? (
        <OpenContractSection tenantId={tenantId} />
      ) : (
        <QueryView query={contract}>
          {(found) => (
            <>
              <ContractFacts
                contract={found}
                verbs={
                  may('contracts.write') && <ContractVerbs tenantId={tenantId} contract={found} />
                }
              />
              <StartSection tenantId={tenantId} contract={found} />
              <RequestsSection tenantId={tenantId} contract={found} />
              <MeasuresSection tenantId={tenantId} contract={found} />
              <TimelineSection contract={found} />
            </>
          )}
        </QueryView>
      )}
      {may('billing.read-all') && <TenantMoney tenantId={tenantId} />}
      {may('tenants.write') && <RemovalSection tenantId={tenantId} />}
      {may('tenants.act') && <ActingSection tenantId={tenantId} />}
    </Page>
  );
};
