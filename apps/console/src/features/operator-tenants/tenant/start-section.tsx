import { Alert, Button, Group, List, Stack, TextInput, ThemeIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { ActionForm } from '../../../ui/action-form.js';
import { Facts } from '../../../ui/facts.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import type { ContractProps } from './contract-facts.js';
import { GateEvidence, conditions } from './gate-evidence.js';

/** The three conditions of the start, and the notice that fixes its day. @clause W2.5 */
export const StartSection = ({ tenantId, contract }: ContractProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const may = useMay();
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState('');
  const { startGate, status } = contract;
  if (!['applied', 'ready', 'start-notified'].includes(status)) return null;
  return (
    <Section title={t('start.title')} text={t('start.text')}>
      <List spacing="xs" listStyleType="none">
        {conditions.map((name) => {
          const at = startGate[name];
          return (
            <List.Item
              key={name}
              icon={
                <ThemeIcon color={at ? 'green.9' : 'gray.7'} size={24} radius="xl">
                  {at ? <IconCheck size={16} /> : <IconClock size={16} />}
                </ThemeIcon>
              }
            >
              {t(`start.${name}`)}:{' '}
              {at
                ? (name === 'formArrivedAt' ? format.dayOf : format.instant)(at)
                : t('start.notYet')}
              <GateEvidence name={name} tenantId={tenantId} contract={contract} />
            </List.Item>
          );
        })}
      </List>
      {contract.moves.includes('send-start-notice') && may('contracts.write') && (
        <Group align="flex-end">
          <TextInput
            type="date"
            label={t('startDate')}
            value={day}
            onChange={(event) => {
              setDay(event.currentTarget.value);
            }}
          />
          <Button
            variant="light"
            disabled={day === ''}
            onClick={() => {
              setAsked(day);
            }}
          >
            {t('start.preview')}
          </Button>
        </Group>
      )}
      {asked && <StartPreview tenantId={tenantId} serviceStartDate={asked} />}
    </Section>
  );
};

const StartPreview = ({
  tenantId,
  serviceStartDate,
}: {
  tenantId: string;
  serviceStartDate: string;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const path = { tenantId };
  const preview = useQuery({
    queryKey: ['operator', 'start-preview', tenantId, serviceStartDate],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/contract/start-preview', {
          params: { path, query: { serviceStartDate } },
        }),
      ),
  });
  return (
    <QueryView query={preview}>
      {(found) => (
        <Stack>
          <Facts
            items={[
              [t('startDate'), format.day(serviceStartDate)],
              [t('lastDay'), format.day(found.legalLastDay)],
              [t('minimumTerm'), format.day(found.minimumTermEnd)],
              [t('noticeBefore'), format.instant(found.noticeBefore)],
              [t('start.firstFee'), format.month(found.firstFeeMonth)],
              [t('start.channel'), t(`channel.${found.channel}`)],
            ]}
          />
          {found.missing.length > 0 ? (
            <Alert color="yellow" title={t('start.missing')}>
              {found.missing.map((need) => t(`need.${need}`, { defaultValue: need })).join(' / ')}
            </Alert>
          ) : (
            <ActionForm
              verb={t('start.send')}
              done={t('start.sent')}
              run={(_, key) =>
                read(
                  api.POST('/api/v1/operator/tenants/{tenantId}/contract/start-notice', {
                    params: { path, header: { 'Idempotency-Key': key } },
                    body: { serviceStartDate },
                  }),
                )
              }
            />
          )}
        </Stack>
      )}
    </QueryView>
  );
};
