import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useReducer } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepAccessReason } from '../../api/access-reason.js';
import type { Schema } from '../../api/client.js';
import { CampaignStatus } from '../../ui/campaign-status.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { useCaseContext } from './use-case-context.js';

type CaseFile = Schema<'CaseFileView'>;

/** How the tenant's campaign and contract stand: holds, throttle and cure notices. */
export const CaseMeasures = ({ file }: { file: CaseFile }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const queries = useQueryClient();
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const { isAdmitted, contract, campaign } = useCaseContext(file);
  if (!isAdmitted)
    return (
      <Section title={t('stand')} text={t('standAsk')}>
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            keepAccessReason(file.tenantId, t('standReason', { id: file.id }));
            lookAgain();
            void queries.invalidateQueries({ queryKey: ['operator', 'abuse-case', file.id] });
          }}
        >
          {t('standLook')}
        </Button>
      </Section>
    );
  return (
    <Section title={t('stand')}>
      {file.campaignId !== null && (
        <QueryView query={campaign}>
          {({ status, halted, underReview }) => (
            <Group gap="xs">
              <Text size="sm">{t('campaignNow')}</Text>
              <CampaignStatus status={status} />
              {(halted || underReview) && (
                <Text size="sm">{t(underReview ? 'heldByDetector' : 'heldByOperator')}</Text>
              )}
            </Group>
          )}
        </QueryView>
      )}
      <QueryView query={contract}>{(found) => <Contract contract={found} />}</QueryView>
    </Section>
  );
};

const Contract = ({ contract }: { contract: Schema<'OperatorContractView'> }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const { throttle, suspensions, cures } = contract;
  const now = suspensions.find(({ until }) => until === null);
  if (!throttle && !now && cures.length === 0) return <Text c="dimmed">{t('noMeasures')}</Text>;
  return (
    <Stack gap="sm">
      {now && (
        <Alert color="red" title={t('suspendedSince', { at: format.instant(now.from) })}>
          {now.reason}
        </Alert>
      )}
      {throttle && (
        <Alert color="orange" title={t('throttled', { count: throttle.mailsPerHour })}>
          {throttle.reason}
        </Alert>
      )}
      {cures.map(({ id, state, lastDay, breach, prohibitedActs }) => (
        <Alert
          key={id}
          color={state === 'running' ? 'orange' : 'gray'}
          title={t(`cureState.${state}`, { day: lastDay ? format.day(lastDay) : '–' })}
        >
          {breach} {prohibitedActs.join(', ')}
        </Alert>
      ))}
    </Stack>
  );
};
