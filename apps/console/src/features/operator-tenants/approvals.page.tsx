import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useNameOfCode } from '../../ui/catalogue.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { CourseAnswer, DetailsAnswer, ProposalAnswer } from './answers.js';
import { ContractMails } from './contract-mails.js';
import { LostNotices } from './lost-notices.js';
import { MailingDecisions } from './mailing-decisions.js';
import { NewDetails } from './new-details.js';

/** Everything about tenants that waits for an operator's word. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const writes = useMay()('contracts.write');
  const inbox = useQuery({
    queryKey: ['operator', 'contract-inbox'],
    queryFn: () => read(api.GET('/api/v1/operator/contract-inbox')),
  });
  const tenant = {
    head: t('tenant'),
    cell: (row: { tenantId: string }) => <TenantLink id={row.tenantId} />,
  };
  return (
    <Page title={t('approvals')} lead={t('approvalsLead')}>
      <QueryView query={inbox}>
        {(found) => (
          <>
            <Section title={t('waitingStart')}>
              <DataTable
                label={t('waitingStart')}
                empty={t('nothingHere')}
                minWidth={240}
                rows={[
                  ...found.readyToStart.map((ready) => ({ ...ready, what: 'ready' })),
                  ...found.resumptionsAsked.map((tenantId) => ({
                    tenantId,
                    dueBy: null,
                    what: 'resume',
                  })),
                ]}
                keyOf={({ tenantId, what }) => tenantId + what}
                columns={[
                  tenant,
                  { head: t('todo'), cell: ({ what }) => t(`todoOf.${what}`) },
                  { head: t('dueBy'), cell: ({ dueBy }) => dueBy && format.day(dueBy) },
                ]}
              />
            </Section>
            <Section title={t('proposals')} text={t('proposalsText')}>
              <DataTable
                label={t('proposals')}
                empty={t('nothingHere')}
                rows={found.proposals}
                keyOf={({ id }) => id}
                columns={[
                  tenant,
                  { head: t('measure'), cell: ({ action }) => t(`proposal.${action}`) },
                  { head: t('reason'), cell: ({ reason }) => reason },
                  { head: t('at'), cell: ({ proposedAt }) => format.instant(proposedAt) },
                  {
                    head: t('decision'),
                    cell: (proposal) =>
                      writes && <ProposalAnswer tenantId={proposal.tenantId} proposal={proposal} />,
                  },
                ]}
              />
            </Section>
            <Section title={t('changeRequests')}>
              <DataTable
                label={t('changeRequests')}
                empty={t('nothingHere')}
                rows={found.changeRequests}
                keyOf={({ id }) => id}
                columns={[
                  tenant,
                  {
                    head: t('course'),
                    cell: ({ courseCode, addOptions, dropOptions }) =>
                      [...(courseCode ? [courseCode] : []), ...addOptions, ...dropOptions]
                        .map(nameOf)
                        .join(', '),
                  },
                  { head: t('fromMonth'), cell: ({ fromMonth }) => format.month(fromMonth) },
                  {
                    head: t('decision'),
                    cell: ({ tenantId, id }) =>
                      writes && <CourseAnswer tenantId={tenantId} id={id} />,
                  },
                ]}
              />
            </Section>
            <Section title={t('detailsChanges')}>
              <DataTable
                label={t('detailsChanges')}
                empty={t('nothingHere')}
                rows={found.detailsChanges}
                keyOf={({ id }) => id}
                columns={[
                  tenant,
                  {
                    head: t('changed'),
                    cell: (change) => <NewDetails change={change} />,
                  },
                  { head: t('planned'), cell: ({ plannedDate }) => format.day(plannedDate) },
                  {
                    head: t('decision'),
                    cell: ({ tenantId, id }) =>
                      writes && <DetailsAnswer tenantId={tenantId} id={id} />,
                  },
                ]}
              />
            </Section>
            <LostNotices notices={found.lostNotices} />
            <ContractMails mails={found.mails} />
          </>
        )}
      </QueryView>
      <MailingDecisions />
    </Page>
  );
};
