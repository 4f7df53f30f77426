import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { CertificatesSection } from './certificates-section.js';
import { ConsentsSection } from './consents-section.js';
import { DueSection } from './due-section.js';
import { HoldsSection } from './holds-section.js';
import { MatrixSection } from './matrix-section.js';
import { NightAlert } from './night-alert.js';

/** What is erased next, what holds it back, and what was erased. @clause P2 保存期間 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  return (
    <Page title={t('title')} lead={t('lead')} width={1100}>
      <NightAlert />
      <DueSection />
      <HoldsSection />
      <ConsentsSection />
      <CertificatesSection />
      <MatrixSection />
    </Page>
  );
};
