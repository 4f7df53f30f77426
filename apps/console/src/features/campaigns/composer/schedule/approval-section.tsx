import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconUserCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../../api/campaigns.js';
import { api, read } from '../../../../api/client.js';
import { useMay, useSession } from '../../../../api/session.js';
import { ProblemAlert } from '../../../../ui/problem-text.js';
import { Section } from '../../../../ui/section.js';
import { useFormat } from '../../../../ui/use-format.js';
import { standOf } from './approval-stand.js';
import type { Approval, ApprovalStand } from './approval-stand.js';

/** Who was asked, and what is still missing; looked at anew whenever the draft was saved. */
export const useApprovals = (campaignId: string, etag: string) =>
  useQuery({
    queryKey: ['campaigns', campaignId, 'approvals', etag],
    queryFn: () => read(api.GET('/api/v1/campaigns/{campaignId}/approvals', at(campaignId))),
    refetchInterval: 15_000,
  });

interface ApprovalSectionProps {
  readonly campaignId: string;
  readonly by: Approval['by'];
  readonly items: readonly Approval[];
}

/** The second person: asks for an approval, gives it or refuses it, bound to the content and the number of people. */
export const ApprovalSection = ({ campaignId, by, items }: ApprovalSectionProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { id } = useSession();
  const stand = standOf(items, by, id);
  return (
    <Section title={t(`approval.by.${by}`)} text={t(`approval.text.${by}`)}>
      <Stand stand={stand} />
      {stand.state === 'to-decide' && <Decide campaignId={campaignId} />}
      {(stand.state === 'none' || stand.state === 'outdated' || stand.state === 'rejected') && (
        <AskForIt campaignId={campaignId} by={by} />
      )}
    </Section>
  );
};

const colors: Record<ApprovalStand['state'], string> = {
  none: 'yellow',
  outdated: 'yellow',
  waiting: 'ai',
  'to-decide': 'ai',
  approved: 'green',
  rejected: 'red',
};

const Stand = ({ stand: { state, approval } }: { stand: ApprovalStand }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <Alert
      color={colors[state]}
      icon={<IconUserCheck size={20} />}
      title={t(`approval.state.${state}`)}
      role="status"
    >
      {approval && (
        <Stack gap={2}>
          <Text size="sm" className="numbers">
            {t('approval.asked', {
              at: format.instant(approval.requestedAt),
              people: format.people(approval.recipients),
            })}
          </Text>
          <Text size="sm">
            {t('approval.bound')}: <Code>{approval.contentHash.slice(0, 12)}</Code>
          </Text>
          <Text size="sm" c="dimmed">
            {t('approval.boundText')}
          </Text>
          {approval.note && <Text size="sm">{approval.note}</Text>}
          {approval.reason && (
            <Text size="sm">{t('approval.reasonGiven', { reason: approval.reason })}</Text>
          )}
        </Stack>
      )}
    </Alert>
  );
};

const useDeed = (campaignId: string, work: (word: string) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSettled: () =>
      queries.invalidateQueries({ queryKey: ['campaigns', campaignId, 'approvals'] }),
  });
};

const AskForIt = ({ campaignId, by }: { campaignId: string; by: Approval['by'] }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const [note, setNote] = useState('');
  const asking = useDeed(campaignId, (word) =>
    read(
      api.POST('/api/v1/campaigns/{campaignId}/approvals', {
        ...at(campaignId),
        body: { by, ...(word && { note: word }) },
      }),
    ),
  );
  return (
    <>
      <ProblemAlert error={asking.error} />
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('approval.note')}
          value={note}
          maxLength={500}
          onChange={({ currentTarget }) => {
            setNote(currentTarget.value);
          }}
          style={{ flex: '1 1 16rem' }}
        />
        <Button
          loading={asking.isPending}
          onClick={() => {
            asking.mutate(note);
          }}
        >
          {t('approval.ask')}
        </Button>
      </Group>
    </>
  );
};

const Decide = ({ campaignId }: { campaignId: string }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const may = useMay();
  const [reason, setReason] = useState('');
  const decide = (decision: 'approved' | 'rejected') =>
    read(
      api.POST('/api/v1/campaigns/{campaignId}/approvals/decide', {
        ...at(campaignId),
        body: { decision, ...(reason && { reason }) },
      }),
    );
  const approving = useDeed(campaignId, () => decide('approved'));
  const rejecting = useDeed(campaignId, () => decide('rejected'));
  if (!may('campaigns.send')) return <Text c="dimmed">{t('approval.mayNot')}</Text>;
  return (
    <>
      <ProblemAlert error={approving.error ?? rejecting.error} />
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('approval.reason')}
          value={reason}
          maxLength={500}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
          style={{ flex: '1 1 14rem' }}
        />
        <Button
          leftSection={<IconCheck size={18} />}
          loading={approving.isPending}
          onClick={() => {
            approving.mutate('');
          }}
        >
          {t('approval.approve')}
        </Button>
        <Button
          variant="outline"
          color="red"
          leftSection={<IconX size={18} />}
          loading={rejecting.isPending}
          onClick={() => {
            rejecting.mutate('');
          }}
        >
          {t('approval.reject')}
        </Button>
      </Group>
    </>
  );
};
