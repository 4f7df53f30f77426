import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useChangeDelivery } from './use-change-delivery.js';

/** When campaigns start, and whether they count their readers' reactions. */
export const DeliverySection = (): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const { query, saving, disabled } = useChangeDelivery();
  return (
    <Section title={t('delivery.title')}>
      <ProblemAlert error={saving.error} />
      <QueryView query={query}>
        {({ value: { avoidFullHours, tracking } }) => (
          <>
            <Switch
              label={t('delivery.tracking')}
              description={t(tracking ? 'delivery.trackingOn' : 'delivery.trackingOff')}
              checked={tracking}
              disabled={disabled}
              onChange={({ currentTarget }) => {
                saving.mutate({ tracking: currentTarget.checked });
              }}
            />
            <Switch
              label={t('delivery.avoid')}
              description={t('delivery.avoidText')}
              checked={avoidFullHours}
              disabled={disabled}
              onChange={({ currentTarget }) => {
                saving.mutate({ avoidFullHours: currentTarget.checked });
              }}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
};
