import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LoadingLines } from '../../ui/states.js';
import { Section } from '../../ui/section.js';
import { openMatters } from './alerts.js';
import {
  useContractInbox,
  useDelivery,
  useErasureState,
  useMoney,
  useOpenGates,
  useOpenReviews,
  useOverdueInquiries,
  useQueues,
} from './reads.js';

/** Everything that waits for a person, and where to deal with it. */
export const AlertsSection = (): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const inbox = useContractInbox();
  const matters = openMatters({
    inbox: inbox.data,
    delivery: useDelivery().data,
    queues: useQueues().data,
    money: useMoney().data,
    overdueInquiries: useOverdueInquiries().data?.items.length,
    erasure: useErasureState().data,
    gates: useOpenGates().data?.items.length,
    reviews: useOpenReviews().data?.items.length,
  });
  return (
    <Section title={t('alerts')}>
      {inbox.isPending && <LoadingLines lines={2} />}
      {!inbox.isPending && matters.length === 0 && (
        <Group gap="xs">
          <IconCircleCheck size={20} color="var(--mantine-color-green-light-color)" aria-hidden />
          <Text>{t('nothing')}</Text>
        </Group>
      )}
      <Stack gap="xs">
        {matters.map(({ kind, count, to, urgent }) => (
          <Alert
            key={kind}
            color={urgent ? 'red' : 'ai'}
            icon={urgent ? <IconAlertTriangle size={20} /> : <IconInbox size={20} />}
            title={
              <Anchor component={Link} to={to} c="inherit" fw={700} underline="always">
                {t(`matter.${kind}.title`, { count })}
              </Anchor>
            }
          >
            {t(`matter.${kind}.text`)}
          </Alert>
        ))}
      </Stack>
    </Section>
  );
};
