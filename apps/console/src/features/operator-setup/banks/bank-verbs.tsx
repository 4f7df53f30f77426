import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read, readVersion } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { bankOf, useBankFields } from './bank-fields.js';

export const AddBank = (): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const fields = useBankFields();
  return (
    <ActionButton
      label={t('banks.add')}
      text={t('banks.addText')}
      done={t('kept')}
      size="sm"
      variant="filled"
      fields={fields}
      run={(answers) => read(api.POST('/api/v1/operator/bank-profiles', { body: bankOf(answers) }))}
    />
  );
};

/** Changes a bank, unless somebody else has meanwhile. */
export const EditBank = ({ id }: { id: string }): ReactNode => {
  const { data } = useQuery({
    queryKey: ['operator', 'bank-profile', id],
    queryFn: () =>
      readVersion(
        api.GET('/api/v1/operator/bank-profiles/{bankProfileId}', {
          params: { path: { bankProfileId: id } },
        }),
      ),
  });
  return data && <EditVersion key={data.etag} id={id} bank={data.value} etag={data.etag} />;
};

const EditVersion = ({
  id,
  bank,
  etag,
}: {
  readonly id: string;
  readonly bank: Schema<'BankProfileView'>;
  readonly etag: string;
}): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const fields = useBankFields(bank);
  return (
    <ActionButton
      label={t('action.edit')}
      title={bank.name}
      text={t('banks.changeText')}
      done={t('kept')}
      fields={fields}
      run={(answers) =>
        read(
          api.PUT('/api/v1/operator/bank-profiles/{bankProfileId}', {
            params: { path: { bankProfileId: id }, header: { 'If-Match': etag } },
            body: bankOf(answers),
          }),
        )
      }
    />
  );
};
