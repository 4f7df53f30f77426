import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, readVersion } from '../../api/client.js';
import { useNewsletters } from '../../api/newsletters.js';
import { Page } from '../../ui/page.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { SegmentForm } from './segment-form.js';

/** A new segment, or one to change. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('segments');
  const { segmentId = 'new' } = useParams();
  const isNew = segmentId === 'new';
  const newsletters = useNewsletters();
  const segment = useQuery({
    queryKey: ['segments', segmentId],
    queryFn: () =>
      readVersion(api.GET('/api/v1/segments/{segmentId}', { params: { path: { segmentId } } })),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  const failed = [newsletters, segment].find(({ isError }) => isError);
  if (newsletters.data && (isNew || segment.data))
    return (
      <SegmentForm
        key={segment.data?.etag ?? 'new'}
        stored={segment.data}
        newsletters={newsletters.data}
      />
    );
  return (
    <Page title={t('title')}>
      {failed ? (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <LoadingLines />
      )}
    </Page>
  );
};
