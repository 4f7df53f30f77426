import { Button } from '@mantine/core';
import {
  IconCopy,
  IconEdit,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconTemplate,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, idempotencyKey, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useFormat } from '../../../ui/use-format.js';
import { KeepAsTemplate } from '../keep-as-template.js';
import { MoveButton } from './move-button.js';
import { VerbButton } from './verb-button.js';

interface Receipt {
  readonly left: number;
  readonly inFlight: number;
  readonly cancelled: number;
}

/** What became of the mails of a campaign that was stopped. */
const useReceipt = (): ((receipt: Receipt) => string) => {
  const { t } = useTranslation('campaigns');
  const { mails } = useFormat();
  return ({ left, inFlight, cancelled }) =>
    t('cancel.receipt', {
      left: mails(left),
      inFlight: mails(inFlight),
      cancelled: mails(cancelled),
    });
};

/** The mails that have not left yet. */
const useWaiting = ({ progress }: Campaign): string =>
  useFormat().mails(progress ? progress.queued + progress.deferred : 0);

/** Everything that the campaign's state and the person's rights allow, each asked about with what will happen. */
export const Verbs = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { status } = campaign;
  const may = useMay();
  const maySend = may('campaigns.send');
  const mayGoOn = !campaign.halted && !campaign.underReview;
  return (
    <>
      {maySend && status === 'scheduled' && <Unschedule campaign={campaign} />}
      {maySend && status === 'scheduled' && <MoveButton campaign={campaign} />}
      {maySend && (status === 'scheduled' || status === 'held') && <Cancel campaign={campaign} />}
      {maySend && status === 'sending' && <Pause campaign={campaign} />}
      {maySend && status === 'paused' && mayGoOn && <Resume campaign={campaign} />}
      {maySend && (status === 'sending' || status === 'paused') && <Abort campaign={campaign} />}
      {may('campaigns.write') && <Duplicate campaign={campaign} />}
      {may('campaigns.write') && <ToTemplate campaign={campaign} />}
    </>
  );
};

const Unschedule = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const work = async (): Promise<string> => {
    await read(api.POST('/api/v1/campaigns/{campaignId}/unschedule', at(id)));
    await navigate(`/campaigns/${id}/edit/content`);
    return t('unschedule.done');
  };
  const icon = <IconEdit size={18} />;
  return (
    <VerbButton name="unschedule" icon={icon} consequence={t('unschedule.text')} work={work} />
  );
};

const Cancel = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const receiptOf = useReceipt();
  const work = async (): Promise<string> => {
    const stop = await read(api.POST('/api/v1/campaigns/{campaignId}/cancel', at(id)));
    const { left, inFlight, cancelled } = stop;
    return left + inFlight + cancelled === 0 ? t('cancel.nothingLeft') : receiptOf(stop);
  };
  return (
    <VerbButton
      name="cancel"
      look="dangerous"
      icon={<IconX size={18} />}
      consequence={t('cancel.text')}
      work={work}
    />
  );
};

const Pause = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const work = async (): Promise<string> => {
    await read(api.POST('/api/v1/campaigns/{campaignId}/pause', at(id)));
    return t('pause.done');
  };
  const icon = <IconPlayerPause size={18} />;
  return <VerbButton name="pause" icon={icon} consequence={t('pause.text')} work={work} />;
};

const Resume = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const mails = useWaiting(campaign);
  const work = async (): Promise<string> => {
    const params = { ...at(campaign.id).params, header: { 'Idempotency-Key': idempotencyKey() } };
    await read(api.POST('/api/v1/campaigns/{campaignId}/resume', { params }));
    return t('resume.done');
  };
  return (
    <VerbButton
      name="resume"
      look="main"
      icon={<IconPlayerPlay size={18} />}
      consequence={t('resume.text', { mails })}
      work={work}
    />
  );
};

const Abort = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const receiptOf = useReceipt();
  const mails = useWaiting(campaign);
  const work = async (): Promise<string> =>
    receiptOf(await read(api.POST('/api/v1/campaigns/{campaignId}/abort', at(campaign.id))));
  return (
    <VerbButton
      name="abort"
      look="dangerous"
      icon={<IconPlayerStop size={18} />}
      consequence={t('abort.text', { mails })}
      work={work}
    />
  );
};

const Duplicate = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const work = async (): Promise<string> => {
    const copy = await read(api.POST('/api/v1/campaigns/{campaignId}/duplicate', at(id)));
    await navigate(`/campaigns/${copy.id}/edit`);
    return t('duplicate.done');
  };
  return <VerbButton name="duplicate" icon={<IconCopy size={18} />} work={work} />;
};

const ToTemplate = ({ campaign: { id, subject } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTemplate size={18} />}
        onClick={() => {
          setNaming(true);
        }}
      >
        {t('template.verb')}
      </Button>
      <KeepAsTemplate
        campaignId={id}
        subject={subject}
        opened={naming}
        onClose={() => {
          setNaming(false);
        }}
      />
    </>
  );
};
