import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { MatchDialog } from './match-dialog.js';

/** Says whose a transfer is, takes that back, or puts it aside. A reversal is nobody's payment. */
export const TransferVerbs = ({ transfer }: { transfer: Schema<'TransferView'> }): ReactNode => {
  const { state, reversal } = transfer;
  const isOpen = state === 'unmatched' || state === 'set-aside';
  return (
    <Group gap="xs">
      {isOpen && !reversal && <MatchVerb transfer={transfer} />}
      {state === 'matched' && !reversal && <UnmatchVerb transfer={transfer} verb="unmatch" />}
      {state === 'set-aside' && !reversal && <UnmatchVerb transfer={transfer} verb="takeUp" />}
      {state === 'unmatched' && <AsideVerb transfer={transfer} />}
    </Group>
  );
};

interface VerbProps {
  readonly transfer: Schema<'TransferView'>;
}

const UnmatchVerb = ({
  transfer,
  verb,
}: VerbProps & { readonly verb: 'unmatch' | 'takeUp' }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const params = { path: { transferId: transfer.id } };
  return (
    <ActionButton
      label={t(`${verb}.verb`)}
      text={t(`${verb}.text`)}
      done={t(`${verb}.done`)}
      run={() => read(api.POST('/api/v1/operator/transfers/{transferId}/unmatch', { params }))}
    />
  );
};

const AsideVerb = ({ transfer }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const params = { path: { transferId: transfer.id } };
  return (
    <ActionButton
      label={t('aside.verb')}
      text={t(transfer.reversal ? 'aside.reversalText' : 'aside.text')}
      done={t('aside.done')}
      fields={[{ name: 'note', label: t('note'), kind: 'long' }]}
      run={(body) =>
        read(api.POST('/api/v1/operator/transfers/{transferId}/set-aside', { params, body }))
      }
    />
  );
};

const MatchVerb = ({ transfer }: VerbProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const [opened, { open, close }] = useDisclosure(false);
  const names = useQueries({
    queries: transfer.candidates.map((tenantId) => ({
      queryKey: ['operator', 'tenant-name', tenantId],
      queryFn: () =>
        read(api.GET('/api/v1/operator/tenants/{tenantId}', { params: { path: { tenantId } } })),
      staleTime: Infinity,
    })),
  });
  const candidates = transfer.candidates.map((value, i) => {
    const tenant = names[i]?.data;
    return { value, label: tenant ? `${tenant.name} (${tenant.slug})` : value };
  });
  return (
    <>
      <Button variant="light" size="xs" onClick={open}>
        {t('match.verb')}
      </Button>
      <MatchDialog {...{ transfer, candidates, opened }} onClose={close} />
    </>
  );
};
