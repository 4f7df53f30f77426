import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import type { ContractProps } from './contract-facts.js';

const terminationReasons = [
  'breach',
  'non-payment',
  'license-revoked',
  'insolvency',
  'attachment',
  'dissolution-merger-transfer',
  'death',
  'unsuitable',
] as const;

/** What the state of the contract allows the operator; measures that need a second person are proposed only. */
export const ContractVerbs = ({ tenantId, contract }: ContractProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const reason = { name: 'reason', label: t('reason'), kind: 'long' } as const;
  const path = { tenantId };
  const can = (move: string): boolean => contract.moves.includes(move);
  return (
    <Group gap="xs">
      {can('suspend') && (
        <ActionButton
          label={t('suspend.verb')}
          done={t('suspend.done')}
          text={t('suspend.text')}
          dangerous
          fields={[reason]}
          run={(body, key) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/contract/suspend', {
                params: { path, header: { 'Idempotency-Key': key } },
                body,
              }),
            )
          }
        />
      )}
      {can('resume') && (
        <ActionButton
          label={t('resume.verb')}
          done={t('resume.done')}
          text={t('resume.text')}
          fields={[reason]}
          run={(body, key) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/contract/resume', {
                params: { path, header: { 'Idempotency-Key': key } },
                body,
              }),
            )
          }
        />
      )}
      {can('accept-notice') && (
        <>
          <ActionButton
            label={t('endNotice.verb')}
            done={t('endNotice.done')}
            text={t('endNotice.text')}
            dangerous
            fields={[reason]}
            run={(body, key) =>
              read(
                api.POST('/api/v1/operator/tenants/{tenantId}/contract/end-notices', {
                  params: { path, header: { 'Idempotency-Key': key } },
                  body,
                }),
              )
            }
          />
          <ActionButton
            label={t('paperNotice.verb')}
            done={t('paperNotice.done')}
            text={t('paperNotice.text')}
            fields={[
              { name: 'stampedOn', label: t('paperNotice.stampedOn'), kind: 'date' },
              {
                name: 'lastMonthOfUse',
                label: t('paperNotice.lastMonth'),
                kind: 'month',
                optional: true,
              },
              { ...reason, optional: true },
            ]}
            run={(answers, key) =>
              read(
                api.POST('/api/v1/operator/tenants/{tenantId}/contract/end-notices/paper', {
                  params: { path, header: { 'Idempotency-Key': key } },
                  body: {
                    stampedOn: answers.stampedOn,
                    lastMonthOfUse: answers.lastMonthOfUse || null,
                    reason: answers.reason || null,
                  },
                }),
              )
            }
          />
        </>
      )}
      {can('terminate-now') && (
        <ActionButton
          label={t('propose.verb')}
          done={t('propose.done')}
          text={t('propose.text')}
          dangerous
          fields={[
            {
              name: 'action',
              label: t('propose.action'),
              choices: (['suspend', 'terminate'] as const).map((value) => ({
                value,
                label: t(`proposal.${value}`),
              })),
            },
            {
              name: 'terminationReason',
              label: t('propose.ground'),
              text: t('propose.groundText'),
              choices: terminationReasons.map((value) => ({ value, label: t(`ground.${value}`) })),
            },
            reason,
          ]}
          run={({ action, terminationReason, reason: why }, key) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/contract/proposals', {
                params: { path, header: { 'Idempotency-Key': key } },
                body: {
                  action,
                  reason: why,
                  terminationReason: action === 'terminate' ? terminationReason : null,
                },
              }),
            )
          }
        />
      )}
    </Group>
  );
};
