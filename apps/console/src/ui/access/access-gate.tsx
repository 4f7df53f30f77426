import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepAccessReason } from '../../api/access-reason.js';
import { ActionForm } from '../action-form.js';
import { Page } from '../page.js';
import { Section } from '../section.js';

const purposes = ['inquiry', 'contract', 'billing', 'abuse', 'delivery', 'legal'] as const;

/** As many letters as the trail takes. */
const longest = 200;

interface AccessGateProps {
  readonly tenantId: string;
  readonly onGiven: () => void;
}

/** Asks why before anything of the tenant is read: the tenant can look it up. @clause P4-8, §4.3 */
export const AccessGate = ({ tenantId, onGiven }: AccessGateProps): ReactNode => {
  const { t } = useTranslation('access');
  return (
    <Page title={t('tenant')} width={680}>
      <Section title={t('title')} text={t('text')}>
        <ActionForm
          verb={t('verb')}
          done={t('done')}
          fields={[
            {
              name: 'purpose',
              label: t('purpose'),
              choices: [
                { value: '', label: t('choose') },
                ...purposes.map((value) => ({
                  value: t(`purposeOf.${value}`),
                  label: t(`purposeOf.${value}`),
                })),
              ],
            },
            {
              ...{ name: 'details', label: t('details'), text: t('detailsText') },
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
