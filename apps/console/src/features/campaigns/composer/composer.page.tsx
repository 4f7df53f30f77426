import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { campaignQuery } from '../../../api/campaigns.js';
import { useMay } from '../../../api/session.js';
import { Page } from '../../../ui/page.js';
import { ErrorState, LoadingLines, NoPermission } from '../../../ui/states.js';
import { Composer } from './composer.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { campaignId = '', step = 'recipients' } = useParams();
  const may = useMay();
  // Read anew once: from then on the composer knows better than the server what the draft is.
  const query = useQuery({
    ...campaignQuery(campaignId),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (may('campaigns.write') && query.data && query.isFetchedAfterMount)
    return query.data.value.status === 'draft' ? (
      <Composer key={campaignId} first={query.data} step={step} />
    ) : (
      <Navigate to={`/campaigns/${campaignId}`} replace />
    );
  return (
    <Page title={t('composer.title')}>
      {!may('campaigns.write') && <NoPermission />}
      {may('campaigns.write') &&
        (query.isError ? (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        ) : (
          <LoadingLines lines={10} />
        ))}
    </Page>
  );
};
