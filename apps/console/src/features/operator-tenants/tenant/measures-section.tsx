import { Alert, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { ActionButton } from '../../../ui/action-button.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { ProposalAnswer } from '../answers.js';
import { CureVerbs } from './cure-verbs.js';
import { DeclineResumption } from './decline-resumption.js';
import type { ContractProps } from './contract-facts.js';

/** Suspensions, throttle, cure notices and proposals, with the verbs for each. */
export const MeasuresSection = ({ tenantId, contract }: ContractProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const writes = useMay()('contracts.write');
  const { suspensions, throttle, cures, proposals, status } = contract;
  if (!['active', 'suspended'].includes(status)) return null;
  const quiet = suspensions.length + cures.length + proposals.length === 0 && !throttle;
  const path = { tenantId };
  return (
    <Section
      title={t('measures')}
      actions={
        writes && (
          <>
            <ActionButton
              label={t('cure.verb')}
              done={t('cure.done')}
              text={t('cure.text')}
              fields={[
                { name: 'breach', label: t('cure.breach'), kind: 'long' },
                { name: 'days', label: t('cure.days'), kind: 'number', optional: true },
                { name: 'acts', label: t('cure.acts'), text: t('cure.actsText'), optional: true },
              ]}
              run={({ breach, days, acts }, key) =>
                read(
                  api.POST('/api/v1/operator/tenants/{tenantId}/contract/cure-notices', {
                    params: { path, header: { 'Idempotency-Key': key } },
                    body: {
                      breach,
                      prohibitedActs: actsIn(acts),
                      ...(days && { days: Number(days) }),
                    },
                  }),
                )
              }
            />
            {throttle ? (
              <ActionButton
                label={t('throttle.lift')}
                done={t('throttle.liftDone')}
                text={t('throttle.liftText')}
                run={() =>
                  read(
                    api.DELETE('/api/v1/operator/tenants/{tenantId}/contract/throttle', {
                      params: { path },
                    }),
                  )
                }
              />
            ) : (
              <ActionButton
                label={t('throttle.verb')}
                done={t('throttle.done')}
                text={t('throttle.text')}
                fields={[
                  { name: 'mailsPerHour', label: t('throttle.mails'), kind: 'number' },
                  { name: 'reason', label: t('reason'), kind: 'long' },
                ]}
                run={({ mailsPerHour, reason }, key) =>
                  read(
                    api.POST('/api/v1/operator/tenants/{tenantId}/contract/throttle', {
                      params: { path, header: { 'Idempotency-Key': key } },
                      body: { mailsPerHour: Number(mailsPerHour), reason, until: null },
                    }),
                  )
                }
              />
            )}
          </>
        )
      }
    >
      <Stack gap="sm">
        {quiet && <Text c="dimmed">{t('noMeasures')}</Text>}
        {throttle && (
          <Alert color="orange" title={t('throttle.now', { count: throttle.mailsPerHour })}>
            {throttle.reason}
          </Alert>
        )}
        {suspensions.map(({ from, until, reason, resumptionAskedAt }) => (
          <Alert
            key={from}
            color={until ? 'gray' : 'red'}
            title={t(until ? 'suspension.past' : 'suspension.now', {
              from: format.instant(from),
              until: until ? format.instant(until) : '',
            })}
          >
            <Stack gap="xs" align="start">
              <Text size="sm">
                {reason}
                {resumptionAskedAt && ` · ${t('suspension.asked')}`}
              </Text>
              {!until && resumptionAskedAt && writes && <DeclineResumption tenantId={tenantId} />}
            </Stack>
          </Alert>
        ))}
        {proposals.map((proposal) => (
          <Alert
            key={proposal.id}
            color={proposal.state === 'open' ? 'yellow' : 'gray'}
            title={`${t(`proposal.${proposal.action}`)}: ${t(`proposalState.${proposal.state}`)}`}
          >
            <Stack gap="xs">
              <Text size="sm">{proposal.reason}</Text>
              {proposal.state === 'open' && writes && (
                <ProposalAnswer tenantId={tenantId} proposal={proposal} />
              )}
            </Stack>
          </Alert>
        ))}
        {cures.map((cure) => (
          <Alert
            key={cure.id}
            color={cure.state === 'running' ? 'orange' : 'gray'}
            title={t(`cureState.${cure.state}`, {
              day: cure.lastDay ? format.day(cure.lastDay) : '–',
            })}
          >
            <Stack gap="xs">
              <Text size="sm">
                {cure.breach} {cure.prohibitedActs.join(', ')}
              </Text>
              {writes && (
                <Group>
                  <CureVerbs tenantId={tenantId} cure={cure} />
                </Group>
              )}
            </Stack>
          </Alert>
        ))}
      </Stack>
    </Section>
  );
};

type Acts = NonNullable<Schema<'CureNoticeDto'>['prohibitedActs']>;

/** Numbers as people type them; the API says which it does not know. */
const actsIn = (typed: string): Acts =>
  typed
    .toUpperCase()
    .split(/[\s,、]+/)
    .filter(Boolean) as Acts;
