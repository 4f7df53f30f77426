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
  const read = query.isFetchedAfterMount ? query.data : undefined;
  const isDraft = read?.value.status === 'draft';
  if (may('campaigns.write') && read && isDraft)
    return <Composer key={campaignId} first={read} step={step} />;
  return (
    <Page title={t('composer.title')}>
      {read && !isDraft && <Navigate to={`/campaigns/${campaignId}`} replace />}
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
