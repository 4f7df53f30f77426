import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionForm } from '../../ui/action-form.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';

const kinds = ['password', 'device', 'api-key', 'other'] as const;

/** Leaks that a tenant reports by telephone or mail. @clause W8.3 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const tenant = { name: 'tenantId', label: t('tenant'), kind: 'tenant' } as const;
  return (
    <Page title={t('leaks')} lead={t('leaksLead')} width={860}>
      <Section title={t('reportLeak.title')} text={t('reportLeak.text')}>
        <ActionForm
          verb={t('reportLeak.verb')}
          dangerous
          fields={[
            tenant,
            {
              name: 'what',
              label: t('reportLeak.what'),
              choices: kinds.map((value) => ({ value, label: t(`whatOf.${value}`) })),
            },
          ]}
          run={({ tenantId, what }) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/leak-reports', {
                params: { path: { tenantId } },
                body: { what },
              }),
            )
          }
        />
      </Section>
      <Section title={t('liftLeak.title')} text={t('liftLeak.text')}>
        <ActionForm
          verb={t('liftLeak.verb')}
          fields={[tenant]}
          run={({ tenantId }) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/leak-reports/lift', {
                params: { path: { tenantId } },
              }),
            )
          }
        />
      </Section>
    </Page>
  );
};
