import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { CampaignStatus } from '../../ui/campaign-status.js';
import { MailProgress } from '../../ui/mail-progress.js';

export type TenantCampaign = Schema<'OperatorCampaignView'>;

/** Its state, and who keeps it there. */
export const CampaignBadges = ({
  campaign: { status, halted, heldBy },
}: {
  campaign: TenantCampaign;
}): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  return (
    <>
      <CampaignStatus status={status} />
      {halted && <Badge color="orange">{t('halted')}</Badge>}
      {heldBy.map((holder) => (
        <Badge key={holder} color="orange">
          {t(`waitsFor.${holder}`)}
        </Badge>
      ))}
    </>
  );
};

/** How far its mails are; nothing before the launch. */
export const CampaignProgress = ({
  campaign: { status, progress },
}: {
  campaign: TenantCampaign;
}): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  if (!progress) return null;
  const { candidates, queued, deferred, inFlight, ratePerMinute, etaSeconds } = progress;
  return (
    <MailProgress
      label={t('progress')}
      done={candidates - queued - deferred - inFlight}
      whole={candidates}
      ratePerMinute={ratePerMinute}
      etaSeconds={etaSeconds}
      running={status === 'sending'}
    />
  );
};

/** Mails that a stop would keep from leaving. */
export const waitingMails = ({ progress }: TenantCampaign): number =>
  progress ? progress.queued + progress.deferred : 0;
