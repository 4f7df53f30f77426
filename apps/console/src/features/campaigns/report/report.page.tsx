import { Anchor, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { useCampaign } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { CampaignStatus } from '../../../ui/campaign-status.js';
import { Page } from '../../../ui/page.js';
import { ErrorState, LoadingLines } from '../../../ui/states.js';
import { useFormat } from '../../../ui/use-format.js';
import { ContentSection } from './content-section.js';
import { Equation } from './equation.js';
import { HistorySection } from './history-section.js';
import { ProblemsSection } from './problems-section.js';
import { ReactionsSections } from './reactions-sections.js';
import { Situation } from './situation.js';
import { Summary } from './summary.js';
import { UnknownSection } from './unknown-section.js';
import { useLiveCampaign } from './use-live-campaign.js';
import { Verbs } from './verbs.js';

/** Where a campaign stands, what can be done with it, and what became of its mails. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { campaignId = '' } = useParams();
  const query = useCampaign(campaignId);
  if (query.data && query.data.value.status !== 'draft')
    return <Report campaign={query.data.value} />;
  return (
    <Page title={t('report.title')}>
      {query.data && <Navigate to={`/campaigns/${campaignId}/edit`} replace />}
      {query.isError ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <LoadingLines lines={10} />
      )}
    </Page>
  );
};

const Report = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { status, subject, progress, launchedAt, scheduledAt } = campaign;
  useLiveCampaign(campaign);
  return (
    <Page
      title={subject || t('noSubject')}
      above={
        <Anchor component={Link} to="/campaigns" size="sm">
          {t('list.title')}
        </Anchor>
      }
      lead={
        <Group gap="sm">
          <CampaignStatus status={status} />
          <span className="numbers">
            {launchedAt
              ? t('list.launched', { at: format.instant(launchedAt) })
              : scheduledAt && t('list.scheduled', { at: format.instant(scheduledAt) })}
          </span>
        </Group>
      }
      actions={<Verbs campaign={campaign} />}
    >
      <Situation campaign={campaign} />
      {progress && (
        <>
          <Summary progress={progress} tracking={campaign.tracking} />
          <UnknownSection campaign={campaign} unknown={progress.unknown} />
          <Equation progress={progress} />
          <ProblemsSection campaign={campaign} progress={progress} />
          <ReactionsSections campaign={campaign} sent={progress.accepted + progress.refused} />
        </>
      )}
      <ContentSection campaign={campaign} />
      <HistorySection campaign={campaign} />
    </Page>
  );
};
