import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepAccessReason } from '../../../api/access-reason.js';
import { ActionForm } from '../../../ui/action-form.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';

const purposes = ['inquiry', 'contract', 'billing', 'abuse', 'delivery', 'legal'] as const;

/** As many letters as the trail takes. */
const longest = 200;

interface AccessGateProps {
  readonly tenantId: string;
  readonly onGiven: () => void;
}

/** Asks why before anything of the tenant is read: the tenant can look it up. @clause P4-8, §4.3 */
export const AccessGate = ({ tenantId, onGiven }: AccessGateProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  return (
    <Page title={t('tenant')} width={680}>
      <Section title={t('access.title')} text={t('access.text')}>
        <ActionForm
          verb={t('access.verb')}
          done={t('access.done')}
          fields={[
            {
              name: 'purpose',
              label: t('access.purpose'),
              choices: [
                { value: '', label: t('access.choose') },
                ...purposes.map((value) => ({
                  value: t(`access.purposeOf.${value}`),
                  label: t(`access.purposeOf.${value}`),
                })),
              ],
            },
            {
              ...{ name: 'details', label: t('access.details'), text: t('access.detailsText') },
              optional: true,
            },
          ]}
          run={({ purpose, details }) => {
            const reason = [purpose, details.trim()].filter(Boolean).join(': ');
            keepAccessReason(tenantId, reason.slice(0, longest));
            onGiven();
            return Promise.resolve();
          }}
        />
      </Section>
    </Page>
  );
};
