import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { ApprovalsAlert } from './approvals-alert.js';
import { ComingSection } from './coming-section.js';
import { FirstSteps } from './first-steps.js';
import { GrowthSection } from './growth-section.js';
import { NoticesAlert } from './notices-alert.js';
import { PeakSection } from './peak-section.js';
import { ResultsSection } from './results-section.js';

/** What goes on, what comes, how it went; for a new tenant, what to do first. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('home');
  const { tenant } = useSession();
  const may = useMay();
  return (
    <Page title={tenant?.name ?? t('title')} lead={t('lead')}>
      {may('notices.read') && <NoticesAlert />}
      {may('campaigns.send') && <ApprovalsAlert />}
      {may('campaigns.read') && may('newsletters.read') && <FirstSteps />}
      {may('campaigns.read') && <ComingSection />}
      {may('campaigns.read') && <ResultsSection />}
      {may('newsletters.read') && may('subscribers.read') && <GrowthSection />}
      {may('billing.read') && <PeakSection />}
    </Page>
  );
};
