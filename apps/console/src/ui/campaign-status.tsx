import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus as Status } from '../api/campaigns.js';

const colors: Record<Status, string> = {
  draft: 'gray',
  scheduled: 'ai',
  held: 'orange',
  sending: 'teal',
  paused: 'yellow',
  aborted: 'red',
  sent: 'green',
  cancelled: 'gray',
  missed: 'red',
};

export const CampaignStatus = ({ status }: { status: Status }): ReactNode => {
  const { t } = useTranslation('ui');
  return (
    <Badge color={colors[status]} style={{ flexShrink: 0 }}>
      {t(`campaignStatus.${status}`)}
    </Badge>
  );
};
