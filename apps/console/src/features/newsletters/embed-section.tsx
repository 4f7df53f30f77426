import { Button, Code, CopyButton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Newsletter } from '../../api/newsletters.js';
import { useSession } from '../../api/session.js';
import { CopyField } from '../../ui/copy-field.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

/** Where the form is, and the HTML that brings it into a page of one's own. */
export const EmbedSection = ({
  newsletter: { id, slug, publishedForm },
}: {
  newsletter: Newsletter;
}): ReactNode => {
  const { t } = useTranslation('newsletters');
  const { tenant } = useSession();
  const query = useQuery({
    queryKey: ['newsletters', id, 'snippet', publishedForm],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/newsletters/{newsletterId}/snippet', {
            params: { path: { newsletterId: id } },
          }),
        )
      ).html,
  });
  return (
    <Section title={t('embed.title')} text={t('embed.text')}>
      {tenant && (
        <CopyField
          label={t('embed.address')}
          value={`${window.location.origin}/t/${tenant.slug}/${slug}`}
        />
      )}
      <QueryView query={query}>
        {(html) => (
          <>
            <Text size="sm">{t('embed.snippet')}</Text>
            <Code
              block
              mah={220}
              style={{ overflow: 'auto' }}
              tabIndex={0}
              role="region"
              aria-label={t('embed.snippet')}
            >
              {html}
            </Code>
            <CopyButton value={html}>
              {({ copied, copy }) => (
                <Button
                  variant="light"
                  style={{ alignSelf: 'start' }}
                  leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
                  onClick={copy}
                >
                  {t(copied ? 'action.copied' : 'embed.copy')}
                </Button>
              )}
            </CopyButton>
          </>
        )}
      </QueryView>
    </Section>
  );
};
