import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { useFormat } from '../../ui/use-format.js';

/** Campaigns that other members want this one to approve. */
export const ApprovalsAlert = (): ReactNode => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { id } = useSession();
  const { data } = useQuery({
    queryKey: ['campaigns', 'approvals', 'open'],
    queryFn: () => read(api.GET('/api/v1/campaign-approvals')),
  });
  const others = data?.items.filter(({ requestedBy }) => requestedBy !== id) ?? [];
  if (others.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconUserCheck size={20} />} title={t('approvals.waiting')}>
      <Stack gap="xs">
        {others.map(({ campaignId, subject, recipients, requestedAt }) => (
          <div key={campaignId}>
            <Anchor
              component={Link}
              to={`/campaigns/${campaignId}/edit/schedule`}
              className="any-break"
            >
              {subject || t('noSubject')}
            </Anchor>
            <Text size="sm" className="numbers">
              {t('approvals.asked', {
                people: format.people(recipients),
                at: format.instant(requestedAt),
              })}
            </Text>
          </div>
        ))}
      </Stack>
    </Alert>
  );
};
