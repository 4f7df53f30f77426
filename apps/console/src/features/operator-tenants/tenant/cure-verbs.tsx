import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import type { Contract } from './contract-facts.js';

export const CureVerbs = ({
  tenantId,
  cure,
}: {
  tenantId: string;
  cure: Contract['cures'][number];
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const path = { tenantId, cureId: cure.id };
  if (cure.state === 'running')
    return (
      <ActionButton
        label={t('cure.cured')}
        done={t('cure.curedDone')}
        text={t('cure.curedText')}
        run={() =>
          read(
            api.POST('/api/v1/operator/tenants/{tenantId}/contract/cure-notices/{cureId}/cured', {
              params: { path },
            }),
          )
        }
      />
    );
  if (cure.state !== 'failed') return null;
  return (
    <ActionButton
      label={t('cure.terminate')}
      done={t('cure.terminateDone')}
      text={t('cure.terminateText')}
      dangerous
      run={(_, key) =>
        read(
          api.POST('/api/v1/operator/tenants/{tenantId}/contract/cure-notices/{cureId}/terminate', {
            params: { path, header: { 'Idempotency-Key': key } },
          }),
        )
      }
    />
  );
};
