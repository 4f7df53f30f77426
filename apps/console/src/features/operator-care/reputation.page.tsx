import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantInJapan, jstDay } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { PeriodSelect } from '../../ui/period-select.js';
import { HeldSection } from './held-section.js';
import { ReceivedMail } from './received-mail.js';
import { SenderCausedSection } from './sender-caused-section.js';
import { TenantsSection } from './tenants-section.js';
import { UnattributedSection } from './unattributed-section.js';

const day = 24 * 60 * 60_000;
/** What receivers hold against us, whose lists are bad, and what comes in. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const [days, setDays] = useState('30');
  const first = jstDay(new Date(now().getTime() - (Number(days) - 1) * day));
  const from = instantInJapan(first, '00:00');
  return (
    <Page
      title={t('reputation')}
      lead={t('reputationLead')}
      actions={<PeriodSelect days={days} onChange={setDays} />}
    >
      <SenderCausedSection from={from} />
      <TenantsSection from={from} />
      <HeldSection />
      <UnattributedSection />
      <ReceivedMail />
    </Page>
  );
};
