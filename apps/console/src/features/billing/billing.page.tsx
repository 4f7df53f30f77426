import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { NoPermission } from '../../ui/states.js';
import { InvoicesSection } from './invoices-section.js';
import { PaymentMethodSection } from './payment-method-section.js';
import { PaymentsSection } from './payments-section.js';
import { PeakSection } from './peak-section.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('billing');
  const may = useMay();
  return (
    <Page title={t('title')} lead={t('lead')}>
      {may('billing.read') ? (
        <>
          <PeakSection />
          <InvoicesSection />
          <PaymentsSection />
          <PaymentMethodSection />
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
};
