import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, idempotencyKey, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useConfirm } from '../../../ui/confirm.js';
import { useTextOfError } from '../../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../../ui/say.js';
import { useFormat } from '../../../ui/use-format.js';

type Decision = 'send-again' | 'leave';

/** Mails of which nobody can say whether they left: the member decides whether to risk a second one. */
export const UnknownSection = ({
  campaign: { id },
  unknown,
}: {
  campaign: Campaign;
  unknown: number;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const may = useMay();
  const ask = useConfirm();
  const textOf = useTextOfError();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['campaigns', id, 'unknown', unknown],
    queryFn: () => read(api.GET('/api/v1/campaigns/{campaignId}/unknown', at(id))),
    enabled: unknown > 0,
  });
  const deciding = useMutation({
    mutationFn: (decision: Decision) => {
      const params = { ...at(id).params, header: { 'Idempotency-Key': idempotencyKey() } };
      return read(
        decision === 'leave'
          ? api.POST('/api/v1/campaigns/{campaignId}/unknown/leave', { params: at(id).params })
          : api.POST('/api/v1/campaigns/{campaignId}/unknown/send-again', { params }),
      );
    },
    onSuccess: ({ decided }, decision) => {
      sayDone(
        t(decision === 'leave' ? 'unknown.left' : 'unknown.sentAgain', {
          mails: format.mails(decided),
        }),
      );
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns', id] }),
  });
  const decide = async (decision: Decision): Promise<void> => {
    const key = decision === 'leave' ? 'leave' : 'again';
    const text = t(`unknown.${key}Text`, { mails: format.mails(query.data?.undecided ?? 0) });
    if (await ask({ title: t(`unknown.${key}Title`), text, verb: t(`unknown.${key}`) }))
      deciding.mutate(decision);
  };
  if (!query.data || query.data.undecided === 0) return null;
  return (
    <Alert
      color="orange"
      icon={<IconHelpCircle size={20} />}
      title={t('unknown.title', { mails: format.mails(query.data.undecided) })}
    >
      <Stack gap="sm">
        <Text size="sm">{t('unknown.text')}</Text>
        <List size="sm">
          {query.data.reasons.map(({ reason, count }) => (
            <List.Item key={reason}>
              {t(`unknownReason.${reason}`)}: {format.mails(count)}
            </List.Item>
          ))}
        </List>
        {may('campaigns.send') && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              loading={deciding.isPending}
              onClick={() => void decide('leave')}
            >
              {t('unknown.leave')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={deciding.isPending}
              onClick={() => void decide('send-again')}
            >
              {t('unknown.again')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
};
