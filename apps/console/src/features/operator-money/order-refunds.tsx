import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

/** Writes all approved refunds into one order to the bank. */
export const OrderRefunds = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const { data } = useQuery({
    queryKey: ['operator', 'bank-profiles'],
    queryFn: () => read(api.GET('/api/v1/operator/bank-profiles')),
  });
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (choices.length === 0) return null;
  return (
    <ActionButton
      label={t('orderRefunds.verb')}
      text={t('orderRefunds.text')}
      done={t('orderRefunds.done')}
      variant="filled"
      fields={[
        { name: 'bankProfileId', label: t('bankProfile'), choices },
        { name: 'payOn', label: t('refundsPage.payOn'), kind: 'date' },
      ]}
      run={(body, key) =>
        read(
          api.POST('/api/v1/operator/refund-files', {
            params: { header: { 'Idempotency-Key': key } },
            body,
          }),
        )
      }
    />
  );
};
