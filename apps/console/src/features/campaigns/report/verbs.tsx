import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
import { useConfirm } from '../../../ui/confirm.js';
import { useTextOfError } from '../../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../../ui/say.js';
import { useFormat } from '../../../ui/use-format.js';
import { KeepAsTemplate } from '../keep-as-template.js';
import { MoveButton } from './move-button.js';

/** Does a verb, says what came of it, and reads the campaign anew, also when another was quicker. */
const useVerb = (work: () => Promise<string>) => {
  const queries = useQueryClient();
  const textOf = useTextOfError();
  return useMutation({
    mutationFn: work,
    onSuccess: (receipt) => {
      sayDone(receipt);
    },
    onError: (error) => {
      sayFailed(textOf(error));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns'] }),
  });
};

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
  const ask = useConfirm();
  const navigate = useNavigate();
  const verb = useVerb(async () => {
    await read(api.POST('/api/v1/campaigns/{campaignId}/unschedule', at(id)));
    await navigate(`/campaigns/${id}/edit/content`);
    return t('unschedule.done');
  });
  const go = async (): Promise<void> => {
    if (
      await ask({
        title: t('unschedule.title'),
        text: t('unschedule.text'),
        verb: t('unschedule.verb'),
      })
    )
      verb.mutate();
  };
  return (
    <Button
      variant="default"
      leftSection={<IconEdit size={18} />}
      loading={verb.isPending}
      onClick={() => void go()}
    >
      {t('unschedule.verb')}
    </Button>
  );
};

const Cancel = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const ask = useConfirm();
  const verb = useVerb(async () => {
    const { left, inFlight, cancelled } = await read(
      api.POST('/api/v1/campaigns/{campaignId}/cancel', at(id)),
    );
    return left + inFlight + cancelled === 0
      ? t('cancel.nothingLeft')
      : t('cancel.receipt', {
          left: format.mails(left),
          inFlight: format.mails(inFlight),
          cancelled: format.mails(cancelled),
        });
  });
  const go = async (): Promise<void> => {
    if (
      await ask({
        title: t('cancel.title'),
        text: t('cancel.text'),
        verb: t('cancel.verb'),
        dangerous: true,
      })
    )
      verb.mutate();
  };
  return (
    <Button
      variant="outline"
      color="red"
      leftSection={<IconX size={18} />}
      loading={verb.isPending}
      onClick={() => void go()}
    >
      {t('cancel.verb')}
    </Button>
  );
};

const Pause = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const ask = useConfirm();
  const verb = useVerb(async () => {
    await read(api.POST('/api/v1/campaigns/{campaignId}/pause', at(id)));
    return t('pause.done');
  });
  const go = async (): Promise<void> => {
    if (await ask({ title: t('pause.title'), text: t('pause.text'), verb: t('pause.verb') }))
      verb.mutate();
  };
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPause size={18} />}
      loading={verb.isPending}
      onClick={() => void go()}
    >
      {t('pause.verb')}
    </Button>
  );
};

const Resume = ({ campaign: { id, progress } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const ask = useConfirm();
  const verb = useVerb(async () => {
    const params = { ...at(id).params, header: { 'Idempotency-Key': idempotencyKey() } };
    await read(api.POST('/api/v1/campaigns/{campaignId}/resume', { params }));
    return t('resume.done');
  });
  const left = progress ? progress.queued + progress.deferred : 0;
  const go = async (): Promise<void> => {
    if (
      await ask({
        title: t('resume.title'),
        text: t('resume.text', { mails: format.mails(left) }),
        verb: t('resume.verb'),
      })
    )
      verb.mutate();
  };
  return (
    <Button
      leftSection={<IconPlayerPlay size={18} />}
      loading={verb.isPending}
      onClick={() => void go()}
    >
      {t('resume.verb')}
    </Button>
  );
};

const Abort = ({ campaign: { id, progress } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const ask = useConfirm();
  const verb = useVerb(async () => {
    const { left, inFlight, cancelled } = await read(
      api.POST('/api/v1/campaigns/{campaignId}/abort', at(id)),
    );
    return t('cancel.receipt', {
      left: format.mails(left),
      inFlight: format.mails(inFlight),
      cancelled: format.mails(cancelled),
    });
  });
  const waiting = progress ? progress.queued + progress.deferred : 0;
  const go = async (): Promise<void> => {
    const text = t('abort.text', { mails: format.mails(waiting) });
    if (await ask({ title: t('abort.title'), text, verb: t('abort.verb'), dangerous: true }))
      verb.mutate();
  };
  return (
    <Button
      variant="outline"
      color="red"
      leftSection={<IconPlayerStop size={18} />}
      loading={verb.isPending}
      onClick={() => void go()}
    >
      {t('abort.verb')}
    </Button>
  );
};

const Duplicate = ({ campaign: { id } }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const verb = useVerb(async () => {
    const copy = await read(api.POST('/api/v1/campaigns/{campaignId}/duplicate', at(id)));
    await navigate(`/campaigns/${copy.id}/edit`);
    return t('duplicate.done');
  });
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={18} />}
      loading={verb.isPending}
      onClick={() => {
        verb.mutate();
      }}
    >
      {t('duplicate.verb')}
    </Button>
  );
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
