import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import { Page } from '../page.js';
import { LeakSection } from './leak-section.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';

export const SecurityPage = (): ReactNode => {
  const { t } = useTranslation('security');
  const { kind, secondFactorNeeded } = useSession();
  return (
    <Page title={t('title')} lead={t('lead')} width={860}>
      <SecondFactorSection />
      {!secondFactorNeeded && (
        <>
          <PasswordSection />
          <SessionsSection />
          {kind === 'member' && <LeakSection />}
        </>
      )}
    </Page>
  );
};
