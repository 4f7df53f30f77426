import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { AlertsSection } from './alerts-section.js';
import { DeliverySection } from './delivery-section.js';
import { QueuesSection } from './queues-section.js';

/** What an operator looks at first: is anything wrong, and what is going out right now. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const may = useMay();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="lg">
        <AlertsSection />
        {may('queues.read') && <DeliverySection />}
        {may('queues.read') && <QueuesSection />}
      </Stack>
    </Page>
  );
};
