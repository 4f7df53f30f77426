import { Paper, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import { MailFrame } from '../../../ui/mail-frame.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';

/** The mail that went out, or will, as a made-up reader gets it. */
export const ContentSection = ({
  campaign: { id, html, version },
}: {
  campaign: Campaign;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const [part, setPart] = useState<'text' | 'html'>(html === null ? 'text' : 'html');
  const query = useQuery({
    queryKey: ['campaigns', id, 'preview', version],
    queryFn: () =>
      read(api.POST('/api/v1/campaigns/{campaignId}/preview', { ...at(id), body: {} })),
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Section
      title={t('mail.title')}
      actions={
        html !== null && (
          <SegmentedControl
            size="xs"
            aria-label={t('preview.part')}
            value={part}
            onChange={(chosen) => {
              setPart(chosen === 'html' ? 'html' : 'text');
            }}
            data={[
              { value: 'html', label: 'HTML' },
              { value: 'text', label: t('preview.text') },
            ]}
          />
        )
      }
    >
      <QueryView query={query}>
        {(preview) => (
          <>
            <Text fw={700} className="any-break">
              {preview.subject}
            </Text>
            {part === 'html' && preview.html !== null ? (
              <MailFrame html={preview.html} title={t('mail.title')} />
            ) : (
              <Paper p="md" bg="var(--paper)">
                <pre className="arrived-text">{preview.text}</pre>
              </Paper>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
};
