import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconTool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { useFormat } from '../../ui/use-format.js';
import { useWish } from './contract.js';
import type { Contract } from './contract.js';

/** What keeps the service from running as agreed: suspension, interruptions, a throttle. */
export const ContractAlerts = ({ contract }: { contract: Contract }): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const textIn = useTextIn();
  const may = useMay();
  const resuming = useWish(
    () =>
      read(
        api.POST('/api/v1/contract/resumption', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
        }),
      ),
    () => {
      sayDone(t('suspended.asked'));
    },
  );
  const { suspensions, interruptions, throttle, can } = contract;
  const suspension = suspensions.find(({ until }) => until === null);
  return (
    <Stack gap="sm" style={{ display: 'contents' }}>
      {suspension && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={20} />}
          title={t('suspended.title', { since: format.instant(suspension.from) })}
        >
          <ProblemAlert error={resuming.error} />
          <Text>{t('suspended.text', { reason: suspension.reason })}</Text>
          {suspension.resumptionAskedAt !== null && (
            <Text mt="xs">
              {t('suspended.askedAt', { at: format.instant(suspension.resumptionAskedAt) })}
            </Text>
          )}
          {!can.resume && <Text mt="xs">{t('suspended.tooLate')}</Text>}
          {can.resume && may('contract.write') && (
            <>
              {can.resumeUntil !== null && (
                <Text mt="xs">
                  {t('suspended.until', { day: whenText(can.resumeUntil, format) })}
                </Text>
              )}
              <Button
                mt="sm"
                loading={resuming.isPending}
                onClick={() => {
                  resuming.mutate(undefined);
                }}
              >
                {t('suspended.ask')}
              </Button>
            </>
          )}
        </Alert>
      )}
      {interruptions.map(({ from, until, announcement }) => (
        <Alert
          key={from}
          color="yellow"
          icon={<IconTool size={20} />}
          title={t('interruption', {
            from: format.instant(from),
            until: until === null ? t('open') : format.instant(until),
          })}
        >
          {textIn(announcement)}
        </Alert>
      ))}
      {throttle && (
        <Alert
          color="yellow"
          icon={<IconClock size={20} />}
          title={t('throttle', { count: throttle.mailsPerHour })}
        >
          {throttle.reason}
        </Alert>
      )}
    </Stack>
  );
};

const whenText = (at: string, format: ReturnType<typeof useFormat>): string =>
  at.length === 10 ? format.day(at) : format.instant(at);
