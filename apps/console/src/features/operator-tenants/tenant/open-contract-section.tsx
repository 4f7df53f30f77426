import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { ActionButton } from '../../../ui/action-button.js';
import { Section } from '../../../ui/section.js';

/** A tenant that was registered without an application has no contract yet. */
export const OpenContractSection = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const may = useMay();
  return (
    <Section title={t('contractTitle')} text={t('noContract')}>
      {may('contracts.write') && (
        <div>
          <ActionButton
            label={t('open.verb')}
            done={t('open.done')}
            text={t('open.text')}
            fields={[{ name: 'serviceStartDate', label: t('startDate'), kind: 'date' }]}
            run={(body, key) =>
              read(
                api.POST('/api/v1/operator/tenants/{tenantId}/contract', {
                  params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
                  body,
                }),
              )
            }
          />
        </div>
      )}
    </Section>
  );
};
