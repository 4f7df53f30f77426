import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import { instantInJapan } from '../../../ui/format.js';
import { now } from '../../../ui/now.js';
import { ProblemAlert } from '../../../ui/problem-text.js';
import { sayDone } from '../../../ui/say.js';
import { useFormat } from '../../../ui/use-format.js';
import { firstProposal } from '../composer/schedule/first-proposal.js';
import { TimeFields } from '../composer/schedule/time-fields.js';

/** Moves a scheduled campaign to another instant; its frozen content stays. */
export const MoveButton = ({
  campaign: { id, scheduledAt },
}: {
  campaign: Campaign;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [proposal, setProposal] = useState(() => firstProposal(scheduledAt, now()));
  const instant = instantInJapan(proposal.day, proposal.time);
  const isTime = /^\d\d:\d\d$/.test(proposal.time);
  const moving = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/campaigns/{campaignId}/reschedule', { ...at(id), body: { at: instant } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      close();
      sayDone(t('move.done', { at: format.instant(instant) }));
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconCalendarTime size={18} />} onClick={open}>
        {t('move.verb')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('move.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack>
          <ProblemAlert error={moving.error} />
          <TimeFields value={proposal} onChange={setProposal} />
          <Text fw={600}>{t('move.sentence', { at: isTime ? format.instant(instant) : '–' })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button
              disabled={!isTime}
              loading={moving.isPending}
              onClick={() => {
                moving.mutate();
              }}
            >
              {t('move.verb')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
