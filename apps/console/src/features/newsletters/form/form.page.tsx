import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, readVersion } from '../../../api/client.js';
import { formVersionsQuery, publishedOf } from '../../../api/newsletters.js';
import { useSession } from '../../../api/session.js';
import { Page } from '../../../ui/page.js';
import { ErrorState, LoadingLines } from '../../../ui/states.js';
import { useNewsletter } from '../newsletter.page.js';
import { FormBuilder } from './form-builder.js';
import { firstContent } from './form-content.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('newsletters');
  const { newsletterId = '' } = useParams();
  const { tenant } = useSession();
  const newsletter = useNewsletter(newsletterId);
  const versions = useQuery(formVersionsQuery(newsletterId));
  const begun = versions.data?.some(({ publishedAt }) => publishedAt === null);
  const draft = useQuery({
    queryKey: ['newsletters', newsletterId, 'form', 'draft'],
    queryFn: () =>
      readVersion(
        api.GET('/api/v1/newsletters/{newsletterId}/form/draft', {
          params: { path: { newsletterId } },
        }),
      ),
    enabled: begun === true,
    gcTime: 0,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  const failed = [newsletter, versions, draft].find(({ isError }) => isError);
  if (newsletter.data && versions.data && (!begun || draft.data))
    return (
      <FormBuilder
        newsletter={newsletter.data.value}
        first={
          draft.data?.value.content ??
          publishedOf(versions.data)?.content ??
          firstContent(tenant?.name ?? '')
        }
        firstEtag={draft.data?.etag}
      />
    );
  return (
    <Page title={t('form.title')}>
      {failed ? (
        <ErrorState error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <LoadingLines lines={10} />
      )}
    </Page>
  );
};
