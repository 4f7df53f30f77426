import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';

/** The service stays suspended though the tenant has asked. @clause W13.2 */
export const DeclineResumption = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  return (
    <ActionButton
      label={t('declineResumption.verb')}
      text={t('declineResumption.text')}
      done={t('declineResumption.done')}
      fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
      run={(body) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/contract/resumption/decline', {
            params: { path: { tenantId } },
            body,
          }),
        )
      }
    />
  );
};
