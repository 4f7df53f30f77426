import { Anchor, Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconForms } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, readVersion } from '../../api/client.js';
import type { Newsletter } from '../../api/newsletters.js';
import { useMay, useSession } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { BlankMailSection } from './blank-mail-section.js';
import { EmbedSection } from './embed-section.js';
import { GrowthSection } from './growth-section.js';
import { MailsSection } from './mails-section.js';
import { NameSection } from './name-section.js';
import { SourcesSection } from './sources-section.js';
import { UnsubscribeSection } from './unsubscribe-section.js';

export const useNewsletter = (newsletterId: string) =>
  useQuery({
    queryKey: ['newsletters', newsletterId],
    queryFn: () =>
      readVersion(
        api.GET('/api/v1/newsletters/{newsletterId}', { params: { path: { newsletterId } } }),
      ),
  });

/** One newsletter: how it grows, its form, its ways in and out. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('newsletters');
  const { newsletterId = '' } = useParams();
  const query = useNewsletter(newsletterId);
  if (query.data) return <Shown newsletter={query.data.value} etag={query.data.etag} />;
  return (
    <Page title={t('list.title')}>
      {query.isError ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <LoadingLines lines={10} />
      )}
    </Page>
  );
};

const Shown = ({ newsletter, etag }: { newsletter: Newsletter; etag: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const may = useMay();
  const { tenant } = useSession();
  const { id, title, slug, publishedForm } = newsletter;
  return (
    <Page
      title={title}
      above={
        <Anchor component={Link} to="/newsletters" size="sm">
          {t('list.title')}
        </Anchor>
      }
      actions={
        <>
          {publishedForm !== null && tenant && (
            <Button
              component="a"
              href={`/t/${tenant.slug}/${slug}`}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconExternalLink size={18} />}
            >
              {t('form.open')}
            </Button>
          )}
          <Button
            component={Link}
            to={`/newsletters/${id}/form`}
            leftSection={<IconForms size={18} />}
          >
            {t('form.edit')}
          </Button>
        </>
      }
    >
      <Stack gap="lg">
        {may('subscribers.read') && (
          <>
            <GrowthSection newsletterId={id} />
            <SourcesSection newsletterId={id} />
          </>
        )}
        {publishedForm !== null && <EmbedSection newsletter={newsletter} />}
        <BlankMailSection newsletterId={id} />
        <MailsSection newsletterId={id} />
        {may('subscribers.write') && <UnsubscribeSection newsletterId={id} />}
        {may('newsletters.write') && <NameSection newsletter={newsletter} etag={etag} />}
      </Stack>
    </Page>
  );
};
