import { Alert, Anchor, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle, IconCalendarTime, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { at } from '../../../../api/campaigns.js';
import { api, idempotencyKey, read } from '../../../../api/client.js';
import { useAudienceCount } from '../../../../api/segments.js';
import { useMay } from '../../../../api/session.js';
import { useConfirm } from '../../../../ui/confirm.js';
import { instantInJapan } from '../../../../ui/format.js';
import { now } from '../../../../ui/now.js';
import { ProblemAlert } from '../../../../ui/problem-text.js';
import { Section } from '../../../../ui/section.js';
import { useFormat } from '../../../../ui/use-format.js';
import { useReview } from '../check-step.js';
import type { OpenDraft } from '../use-draft.js';
import { ApprovalSection, useApprovals } from './approval-section.js';
import { isApproved } from './approval-stand.js';
import { firstProposal } from './first-proposal.js';
import { TimeFields } from './time-fields.js';

type When = 'now' | 'later';

/** When it leaves: says in a sentence what will happen before it is agreed to. */
export const ScheduleStep = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { draft, keeper } = open;
  const may = useMay();
  const ask = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const format = useFormat();
  const review = useReview(open);
  const [when, setWhen] = useState<When>('later');
  const [proposal, setProposal] = useState(() => firstProposal(draft.scheduledAt, now()));
  const { newsletterIds, segmentId, condition } = draft;
  const count = useAudienceCount({ newsletterIds, segmentId, condition }).data?.count;
  const instant = instantInJapan(proposal.day, proposal.time);
  const isTime = /^\d\d:\d\d$/.test(proposal.time);
  const planning = useMutation({
    mutationFn: async () => {
      if (!(await keeper.flush())) return;
      const params = { ...at(draft.id).params, header: { 'Idempotency-Key': idempotencyKey() } };
      await read(
        when === 'now'
          ? api.POST('/api/v1/campaigns/{campaignId}/send-now', { params })
          : api.POST('/api/v1/campaigns/{campaignId}/schedule', { params, body: { at: instant } }),
      );
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      await navigate(`/campaigns/${draft.id}`);
    },
  });
  const people = count === undefined ? t('schedule.someReaders') : format.people(count);
  const sentence =
    when === 'now'
      ? t('schedule.sentenceNow', { people })
      : t('schedule.sentence', { at: isTime ? format.instant(instant) : '–', people });
  const plan = async (): Promise<void> => {
    const text = `${sentence} ${when === 'now' ? t('schedule.nowText') : t('schedule.laterText')}`;
    const verb = t(when === 'now' ? 'schedule.sendNow' : 'schedule.verb');
    if (await ask({ title: t('schedule.sure'), text, verb })) planning.mutate();
  };
  const approvals = useApprovals(draft.id, open.etag).data;
  const ready =
    review.data?.ready === true &&
    may('campaigns.send') &&
    approvals !== undefined &&
    isApproved(approvals);
  return (
    <Stack>
      {review.data && !review.data.ready && (
        <Alert color="red" icon={<IconAlertTriangle size={20} />} title={t('check.notReady')}>
          <Anchor component={Link} to={`/campaigns/${draft.id}/edit/check`}>
            {t('schedule.toCheck')}
          </Anchor>
        </Alert>
      )}
      {!may('campaigns.send') && <Alert color="yellow" title={t('schedule.mayNot')} />}
      {approvals?.approvalNeeded && (
        <ApprovalSection campaignId={draft.id} by="member" items={approvals.items} />
      )}
      {approvals?.reviewNeeded && (
        <ApprovalSection campaignId={draft.id} by="operator" items={approvals.items} />
      )}
      <ProblemAlert error={planning.error} />
      <Section title={t('step.schedule')}>
        <Radio.Group
          value={when}
          onChange={(chosen) => {
            setWhen(chosen === 'now' ? 'now' : 'later');
          }}
          aria-label={t('step.schedule')}
        >
          <Group gap="lg">
            <Radio value="later" label={t('schedule.later')} />
            <Radio value="now" label={t('schedule.now')} />
          </Group>
        </Radio.Group>
        {when === 'later' && <TimeFields value={proposal} onChange={setProposal} />}
        <Text fw={600} fz="lg">
          {sentence}
        </Text>
        <Group>
          <Button
            size="md"
            disabled={!ready || (when === 'later' && !isTime)}
            loading={planning.isPending}
            leftSection={when === 'now' ? <IconSend size={20} /> : <IconCalendarTime size={20} />}
            onClick={() => void plan()}
          >
            {t(when === 'now' ? 'schedule.sendNow' : 'schedule.verb')}
          </Button>
        </Group>
      </Section>
    </Stack>
  );
};
