import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { MatchDialog } from './match-dialog.js';

/** Says whose a transfer is, takes that back, or puts it aside. */
export const TransferVerbs = ({ transfer }: { transfer: Schema<'TransferView'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const params = { path: { transferId: transfer.id } };
  if (transfer.state === 'matched')
    return (
      <ActionButton
        label={t('unmatch.verb')}
        text={t('unmatch.text')}
        done={t('unmatch.done')}
        run={() => read(api.POST('/api/v1/operator/transfers/{transferId}/unmatch', { params }))}
      />
    );
  if (transfer.state !== 'unmatched') return null;
  return (
    <Group gap="xs">
      <MatchVerb transfer={transfer} />
      <ActionButton
        label={t('aside.verb')}
        text={t('aside.text')}
        done={t('aside.done')}
        fields={[{ name: 'note', label: t('note'), kind: 'long' }]}
        run={(body) =>
          read(api.POST('/api/v1/operator/transfers/{transferId}/set-aside', { params, body }))
        }
      />
    </Group>
  );
};

const MatchVerb = ({ transfer }: { transfer: Schema<'TransferView'> }): ReactNode => {
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
