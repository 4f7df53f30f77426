import { Alert } from '@mantine/core';
import {
  IconCalendarTime,
  IconClockPause,
  IconPlayerPause,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../api/campaigns.js';
import { MailProgress } from '../../../ui/mail-progress.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { useNow } from '../../../ui/now.js';

/** What is going on right now, in a sentence, and how far it is. */
export const Situation = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { status, progress, scheduledAt } = campaign;
  if (status === 'scheduled' && scheduledAt) return <Waiting at={scheduledAt} />;
  if (status === 'held')
    return (
      <Alert color="orange" icon={<IconClockPause size={20} />} title={t('situation.held')}>
        {t('situation.heldText')}
      </Alert>
    );
  if (status === 'missed')
    return (
      <Alert color="red" icon={<IconPlayerStop size={20} />} title={t('situation.missed')}>
        {t('situation.missedText')}
      </Alert>
    );
  if (status === 'cancelled')
    return (
      <Alert color="gray" icon={<IconPlayerStop size={20} />} title={t('situation.cancelled')}>
        {t('situation.cancelledText')}
      </Alert>
    );
  if (!progress) return null;
  if (status === 'aborted') return <Receipt campaign={campaign} />;
  if (status !== 'sending' && status !== 'paused') return null;
  const paused = whyPaused(campaign);
  const { candidates, queued, deferred, inFlight, ratePerMinute, etaSeconds } = progress;
  return (
    <Section
      title={t(`situation.${status === 'paused' ? paused : status}`)}
      text={status === 'paused' && t(`situation.${paused}Text`)}
    >
      <MailProgress
        label={t('list.progress')}
        done={candidates - queued - deferred - inFlight}
        whole={candidates}
        ratePerMinute={ratePerMinute}
        etaSeconds={etaSeconds}
        running={status === 'sending'}
      />
    </Section>
  );
};

const whyPaused = ({ halted, underReview }: Campaign) =>
  halted ? 'halted' : underReview ? 'underReview' : 'paused';

const Waiting = ({ at }: { at: string }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const seconds = (new Date(at).getTime() - useNow(1_000).getTime()) / 1000;
  return (
    <Alert
      color="ai"
      icon={<IconCalendarTime size={20} />}
      title={t('situation.scheduled', { at: format.instant(at) })}
    >
      {seconds > 0
        ? t('situation.scheduledIn', { time: format.duration(seconds) })
        : t('situation.starting')}
    </Alert>
  );
};

/** What an abort did. */
const Receipt = ({ campaign: { progress } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  if (!progress) return null;
  const { accepted, refused, unknown, cancelled } = progress;
  return (
    <Alert color="red" icon={<IconPlayerPause size={20} />} title={t('situation.aborted')}>
      {t('situation.receipt', {
        left: format.mails(accepted + refused + unknown),
        cancelled: format.mails(cancelled),
      })}
    </Alert>
  );
};
