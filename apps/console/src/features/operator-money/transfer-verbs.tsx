import { Group } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

/** Says whose a transfer is, takes that back, or puts it aside. */
export const TransferVerbs = ({
  transfer: { id, state, candidates },
}: {
  transfer: Schema<'TransferView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const params = { path: { transferId: id } };
  const names = useQueries({
    queries: candidates.map((tenantId) => ({
      queryKey: ['operator', 'tenant-name', tenantId],
      queryFn: () =>
        read(api.GET('/api/v1/operator/tenants/{tenantId}', { params: { path: { tenantId } } })),
      staleTime: Infinity,
    })),
  });
  if (state === 'matched')
    return (
      <ActionButton
        label={t('unmatch.verb')}
        text={t('unmatch.text')}
        run={() => read(api.POST('/api/v1/operator/transfers/{transferId}/unmatch', { params }))}
      />
    );
  if (state !== 'unmatched') return null;
  const choices = candidates.map((value, i) => ({ value, label: names[i]?.data?.name ?? value }));
  return (
    <Group gap="xs">
      <ActionButton
        label={t('match.verb')}
        text={t('match.text')}
        fields={[
          {
            name: 'tenantId',
            label: t(choices.length > 0 ? 'tenant' : 'match.tenantId'),
            ...(choices.length > 0 && { choices }),
          },
          { name: 'rememberName', label: t('match.remember'), kind: 'yes' },
        ]}
        run={({ tenantId, rememberName }) =>
          read(
            api.POST('/api/v1/operator/transfers/{transferId}/match', {
              params,
              body: { tenantId, rememberName: rememberName === 'yes' },
            }),
          )
        }
      />
      <ActionButton
        label={t('aside.verb')}
        text={t('aside.text')}
        fields={[{ name: 'note', label: t('note'), kind: 'long' }]}
        run={(body) =>
          read(api.POST('/api/v1/operator/transfers/{transferId}/set-aside', { params, body }))
        }
      />
    </Group>
  );
};
