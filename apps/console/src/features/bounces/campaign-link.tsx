import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { campaignQuery } from '../../api/campaigns.js';

/** A campaign by its subject, for lists that know its id alone. */
export const CampaignLink = ({ id }: { id: string }): ReactNode => {
  const { t } = useTranslation('bounces');
  const { data } = useQuery({ ...campaignQuery(id), staleTime: Infinity });
  return (
    <Anchor component={Link} to={`/campaigns/${id}`} className="any-break">
      {data ? data.value.subject || t('noSubject') : '…'}
    </Anchor>
  );
};
