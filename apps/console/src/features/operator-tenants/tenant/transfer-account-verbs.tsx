import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { accountTypes } from '../../../ui/account-fields.js';

/** 振込専用口座: which account within the provider's bank is this tenant's alone. @clause W4.1 */
export const TransferAccountVerbs = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const params = { path: { tenantId } };
  const own = useQuery({
    queryKey: ['operator', 'transfer-account', tenantId],
    queryFn: () =>
      read(api.GET('/api/v1/operator/tenants/{tenantId}/transfer-account', { params })),
  });
  const banks = useQuery({
    queryKey: ['operator', 'bank-profiles'],
    queryFn: () => read(api.GET('/api/v1/operator/bank-profiles')),
  });
  if (!own.data || !banks.data || banks.data.items.length === 0) return null;
  const { account } = own.data;
  return (
    <>
      <ActionButton
        key={JSON.stringify(account)}
        label={t('transferAccount.verb')}
        text={t('transferAccount.text')}
        done={t('transferAccount.done')}
        fields={[
          {
            name: 'bankProfileId',
            label: t('transferAccount.bank'),
            choices: banks.data.items.map(({ id, name }) => ({ value: id, label: name })),
            ...(account?.bankProfileId && { initial: account.bankProfileId }),
          },
          {
            name: 'branchNumber',
            label: t('transferAccount.branchNumber'),
            initial: account?.branchNumber ?? '',
          },
          {
            name: 'branchName',
            label: t('transferAccount.branchName'),
            text: t('transferAccount.branchNameText'),
            initial: account?.branchName ?? '',
          },
          {
            name: 'accountType',
            label: t('ui:bankAccount.accountType'),
            choices: accountTypes.map((value) => ({
              value,
              label: t(`ui:bankAccount.type.${value}`),
            })),
            initial: account?.accountType ?? '1',
          },
          {
            name: 'accountNumber',
            label: t('transferAccount.accountNumber'),
            initial: account?.accountNumber ?? '',
          },
        ]}
        run={(body) =>
          read(api.PUT('/api/v1/operator/tenants/{tenantId}/transfer-account', { params, body }))
        }
      />
      {account && (
        <ActionButton
          label={t('transferAccount.withdraw')}
          text={t('transferAccount.withdrawText')}
          done={t('transferAccount.withdrawn')}
          run={() =>
            read(api.DELETE('/api/v1/operator/tenants/{tenantId}/transfer-account', { params }))
          }
        />
      )}
    </>
  );
};
