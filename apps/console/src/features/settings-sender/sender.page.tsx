import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, readVersion } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { ApprovalSection } from './approval-section.js';
import { BouncePolicySection } from './bounce-policy-section.js';
import { DeliverySection } from './delivery-section.js';
import { SenderForm } from './sender-form.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const may = useMay();
  const query = useQuery({
    queryKey: ['settings', 'sender', 'version'],
    queryFn: () => readVersion(api.GET('/api/v1/settings/sender')),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={860}>
      {!may('settings.write') && <Alert color="gray">{t('readOnly')}</Alert>}
      <QueryView query={query}>
        {({ value, etag }) => <SenderForm key={etag} sender={value} etag={etag} />}
      </QueryView>
      <ApprovalSection />
      <DeliverySection />
      <BouncePolicySection />
    </Page>
  );
};
