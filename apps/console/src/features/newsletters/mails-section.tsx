import { Anchor, NativeSelect, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

/** All mails around a sign-up, as readers get them; the draft of the form is shown where there is one. */
export const MailsSection = ({ newsletterId }: { newsletterId: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const may = useMay();
  const [chosen, setChosen] = useState('confirmation');
  const query = useQuery({
    queryKey: ['newsletters', newsletterId, 'sign-up-mails'],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/newsletters/{newsletterId}/sign-up-mails', {
            params: { path: { newsletterId } },
          }),
        )
      ).items,
  });
  return (
    <Section title={t('mails.title')} text={t('mails.text')}>
      <QueryView query={query}>
        {(mails) => {
          const shown = mails.find(({ mail }) => mail === chosen);
          return (
            <>
              <NativeSelect
                label={t('mails.choose')}
                maw={420}
                value={chosen}
                data={mails.map(({ mail }) => ({ value: mail, label: t(`mails.of.${mail}`) }))}
                onChange={({ currentTarget }) => {
                  setChosen(currentTarget.value);
                }}
              />
              {shown && (
                <Paper p="md" bg="var(--paper)" role="region" aria-label={t('mails.title')}>
                  <Text fw={600}>{shown.subject}</Text>
                  <Text size="sm" mt="xs" className="any-break" style={{ whiteSpace: 'pre-wrap' }}>
                    {shown.text}
                  </Text>
                </Paper>
              )}
              {chosen === 'welcome' && may('newsletters.write') && (
                <Anchor component={Link} to={`/newsletters/${newsletterId}/form`} size="sm">
                  {t('mails.edit')}
                </Anchor>
              )}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
};
