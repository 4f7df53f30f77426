import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaigns } from '../../api/campaigns.js';
import type { CampaignLine } from '../../api/campaigns.js';
import { CampaignStatus } from '../../ui/campaign-status.js';
import { MailProgress } from '../../ui/mail-progress.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const moving: readonly CampaignLine['status'][] = ['sending', 'paused', 'scheduled', 'held'];

/** What is being sent, and what is planned. */
export const ComingSection = (): ReactNode => {
  const { t } = useTranslation('home');
  const query = useCampaigns();
  return (
    <Section
      title={t('coming.title')}
      actions={
        <Button component={Link} to="/campaigns" variant="default" size="xs">
          {t('coming.all')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ pages }) => {
          const lines = pages
            .flatMap(({ items }) => items)
            .filter(({ status }) => moving.includes(status))
            .sort((a, b) => (a.scheduledAt ?? '').localeCompare(b.scheduledAt ?? ''));
          return lines.length === 0 ? (
            <Text c="dimmed">{t('coming.none')}</Text>
          ) : (
            <Stack gap="md">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </Stack>
          );
        }}
      </QueryView>
    </Section>
  );
};

const Line = ({
  line: { id, status, subject, scheduledAt, progress },
}: {
  line: CampaignLine;
}): ReactNode => {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <Box>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <CampaignStatus status={status} />
        <Box miw={0} flex={1}>
          <Anchor
            component={Link}
            to={`/campaigns/${id}`}
            c="inherit"
            fw={600}
            className="any-break"
          >
            {subject || t('noSubject')}
          </Anchor>
          {progress ? (
            <MailProgress
              label={subject}
              done={progress.candidates - progress.queued - progress.deferred - progress.inFlight}
              whole={progress.candidates}
              ratePerMinute={progress.ratePerMinute}
              etaSeconds={progress.etaSeconds}
              running={status === 'sending'}
            />
          ) : (
            scheduledAt && (
              <Text size="sm" c="dimmed" className="numbers">
                {format.instant(scheduledAt)}
              </Text>
            )
          )}
        </Box>
      </Group>
    </Box>
  );
};
