import { Anchor, Box, Flex, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignLine } from '../../../api/campaigns.js';
import { CampaignStatus } from '../../../ui/campaign-status.js';
import { MailProgress } from '../../../ui/mail-progress.js';
import { useFormat } from '../../../ui/use-format.js';

/** One line a campaign: what it is, where it stands, how it went. */
export const CampaignLines = ({ lines }: { lines: readonly CampaignLine[] }): ReactNode => (
  <Box component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
    {lines.map((line) => (
      <Line key={line.id} line={line} />
    ))}
  </Box>
);

const Line = ({ line }: { line: CampaignLine }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { id, status, subject } = line;
  return (
    <Box
      component="li"
      px={{ base: 'md', sm: 'lg' }}
      py="sm"
      style={{ borderTop: '1px solid var(--line)', marginTop: -1 }}
    >
      <Flex
        gap={{ base: 'xs', sm: 'lg' }}
        align={{ sm: 'center' }}
        direction={{ base: 'column', sm: 'row' }}
      >
        <Box flex="1 1 50%" miw={0}>
          <Flex gap="sm" align="center">
            <CampaignStatus status={status} />
            <Anchor
              component={Link}
              to={status === 'draft' ? `/campaigns/${id}/edit` : `/campaigns/${id}`}
              fw={600}
              className="any-break"
              c="inherit"
            >
              {subject || t('noSubject')}
            </Anchor>
          </Flex>
          <WhenLine line={line} />
        </Box>
        <Box flex="1 1 40%" miw={0}>
          <Outcome line={line} />
        </Box>
      </Flex>
    </Box>
  );
};

const WhenLine = ({ line }: { line: CampaignLine }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const at = line.launchedAt ?? line.scheduledAt;
  return (
    <Text size="sm" c="dimmed" className="numbers">
      {line.launchedAt && t('list.launched', { at: format.instant(line.launchedAt) })}
      {!line.launchedAt && at && t('list.scheduled', { at: format.instant(at) })}
      {!at && t('list.edited', { at: format.instant(line.updatedAt) })}
    </Text>
  );
};

const Outcome = ({ line: { status, progress } }: { line: CampaignLine }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  if (!progress) return null;
  const { candidates, queued, deferred, inFlight, accepted, opens, clicks } = progress;
  if (status === 'sending' || status === 'paused')
    return (
      <MailProgress
        label={t('list.progress')}
        done={candidates - queued - deferred - inFlight}
        whole={candidates}
        ratePerMinute={progress.ratePerMinute}
        etaSeconds={progress.etaSeconds}
        running={status === 'sending'}
      />
    );
  return (
    <Flex gap="lg" wrap="wrap" rowGap={0}>
      <Fact label={t('list.accepted')} value={format.mails(accepted)} />
      <Fact label={t('list.opens')} value={format.share(opens.human, accepted)} />
      <Fact label={t('list.clicks')} value={format.share(clicks.human, accepted)} />
    </Flex>
  );
};

const Fact = ({ label, value }: { label: string; value: string }): ReactNode => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text className="numbers">{value}</Text>
  </div>
);
