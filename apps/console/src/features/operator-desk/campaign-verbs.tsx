import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

interface CampaignVerbsProps {
  readonly tenantId: string;
  readonly campaignId: string;
}

/** Stops the campaign that a case is about. */
export const CampaignVerbs = ({ tenantId, campaignId }: CampaignVerbsProps): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const path = { tenantId, campaignId };
  const fields = [{ name: 'reason', label: t('reason'), kind: 'long' }] as const;
  return (
    <>
      <ActionButton
        label={t('campaign.pause')}
        text={t('campaign.pauseText')}
        fields={fields}
        run={(body) =>
          read(
            api.POST('/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}/pause', {
              params: { path },
              body,
            }),
          )
        }
      />
      <ActionButton
        label={t('campaign.abort')}
        text={t('campaign.abortText')}
        dangerous
        fields={fields}
        run={(body, key) =>
          read(
            api.POST('/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}/abort', {
              params: { path, header: { 'Idempotency-Key': key } },
              body,
            }),
          )
        }
      />
    </>
  );
};
