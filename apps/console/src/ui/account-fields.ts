import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.js';
import type { FormField } from './form-input.js';

type Account = Omit<Schema<'HolderAccountDto'>, 'holderName'>;

export const accountTypes = ['1', '2', '3', '9'] as const;
const names = ['bankNumber', 'bankName', 'branchNumber', 'branchName'] as const;

/** Questions about an account at a bank, and its answers in the shape of the API. */
export const useAccountFields = (before: Partial<Account> = {}, optional = false): FormField[] => {
  const { t } = useTranslation();
  return [
    ...names.map((name) => ({
      name,
      label: t(`bankAccount.${name}`),
      initial: before[name] ?? '',
      optional: optional || name.endsWith('Name'),
    })),
    {
      name: 'accountType',
      label: t('bankAccount.accountType'),
      choices: accountTypes.map((value) => ({ value, label: t(`bankAccount.type.${value}`) })),
      initial: before.accountType ?? '1',
    },
    {
      name: 'accountNumber',
      label: t('bankAccount.accountNumber'),
      initial: before.accountNumber ?? '',
      optional,
    },
  ];
};

export const accountOf = (answers: Readonly<Record<string, string>>): Account => ({
  bankNumber: answers['bankNumber'] ?? '',
  bankName: answers['bankName'] ?? '',
  branchNumber: answers['branchNumber'] ?? '',
  branchName: answers['branchName'] ?? '',
  accountType: accountTypes.find((known) => known === answers['accountType']) ?? '1',
  accountNumber: answers['accountNumber'] ?? '',
});
