import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { ActionButton } from '../../../ui/action-button.js';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { DataTable } from '../../../ui/data-table.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { CourseAnswer, DetailsAnswer } from '../answers.js';
import { NewDetails } from '../new-details.js';
import type { ContractProps } from './contract-facts.js';

/** What the tenant has asked for or told: changes of course and details, notices of the end. */
export const RequestsSection = ({ tenantId, contract }: ContractProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const writes = useMay()('contracts.write');
  const { changeRequests, detailsChanges, endNotices } = contract;
  if (changeRequests.length + detailsChanges.length + endNotices.length === 0) return null;
  return (
    <Section title={t('requests')}>
      {changeRequests.length > 0 && (
        <DataTable
          label={t('changeRequests')}
          empty=""
          rows={changeRequests}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('changeRequests'),
              cell: ({ courseCode, addOptions, dropOptions }) =>
                [
                  ...(courseCode ? [nameOf(courseCode)] : []),
                  ...addOptions.map((code) => `+ ${nameOf(code)}`),
                  ...dropOptions.map((code) => `− ${nameOf(code)}`),
                ].join(', '),
            },
            { head: t('fromMonth'), cell: ({ fromMonth }) => format.month(fromMonth) },
            {
              head: t('arrived'),
              cell: ({ arrivedAt, channel }) => format.arrival(arrivedAt, channel),
            },
            {
              head: t('state'),
              cell: ({ id, state }) =>
                state === 'open' && writes ? (
                  <CourseAnswer tenantId={tenantId} id={id} />
                ) : (
                  t(`request.${state}`)
                ),
            },
          ]}
        />
      )}
      {detailsChanges.length > 0 && (
        <DataTable
          label={t('detailsChanges')}
          empty=""
          rows={detailsChanges}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('detailsChanges'),
              cell: (change) => <NewDetails change={change} />,
            },
            { head: t('planned'), cell: ({ plannedDate }) => format.day(plannedDate) },
            { head: t('arrived'), cell: ({ arrivedAt }) => format.instant(arrivedAt) },
            {
              head: t('state'),
              cell: ({ id, state }) =>
                state === 'to-check' && writes ? (
                  <DetailsAnswer tenantId={tenantId} id={id} />
                ) : (
                  t(`details.${state}`)
                ),
            },
          ]}
        />
      )}
      {endNotices.length > 0 && (
        <DataTable
          label={t('endNotices')}
          empty=""
          rows={endNotices}
          keyOf={({ id }) => id}
          columns={[
            { head: t('endNotices'), cell: ({ from }) => t(`from.${from}`) },
            { head: t('channelHead'), cell: ({ channel }) => t(`channel.${channel}`) },
            {
              head: t('arrived'),
              cell: ({ arrivedAt, channel }) =>
                arrivedAt ? format.arrival(arrivedAt, channel) : t('start.notYet'),
            },
            { head: t('reason'), cell: ({ reason }) => reason },
            {
              head: t('state'),
              cell: ({ id, withdrawnAt, withdrawalAskedAt }) =>
                withdrawnAt
                  ? t('withdrawn')
                  : withdrawalAskedAt &&
                    writes && (
                      <Group gap="xs">
                        {t('withdrawalAsked')}
                        <ActionButton
                          label={t('withdraw.verb')}
                          done={t('withdraw.done')}
                          text={t('withdraw.text')}
                          run={() =>
                            read(
                              api.POST(
                                '/api/v1/operator/tenants/{tenantId}/contract/end-notices/{endNoticeId}/withdrawal',
                                { params: { path: { tenantId, endNoticeId: id } } },
                              ),
                            )
                          }
                        />
                      </Group>
                    ),
            },
          ]}
        />
      )}
    </Section>
  );
};
