import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useTextIn } from '../../../i18n/language.js';
import { ActionButton } from '../../../ui/action-button.js';
import { DataTable } from '../../../ui/data-table.js';
import { Section } from '../../../ui/section.js';
import { namesOf, useNameFields } from './names.js';

type Option = Schema<'OptionView'>;

export const OptionsSection = ({ options }: { options: readonly Option[] }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const textIn = useTextIn();
  const writes = useMay()('contracts.write');
  return (
    <Section title={t('options.title')} text={t('options.text')} actions={writes && <OptionVerb />}>
      <DataTable
        label={t('options.title')}
        empty={t('options.none')}
        rows={options}
        keyOf={({ code }) => code}
        columns={[
          { head: t('code'), cell: ({ code }) => code },
          { head: t('name'), cell: ({ names }) => textIn(names) },
          {
            head: t('state'),
            cell: ({ onSale }) => (
              <Badge color={onSale ? 'green' : 'gray'}>{t(onSale ? 'onSale' : 'notOnSale')}</Badge>
            ),
          },
          { head: t('doIt'), cell: (option) => writes && <OptionVerb option={option} /> },
        ]}
      />
    </Section>
  );
};

const OptionVerb = ({ option }: { option?: Option }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const names = useNameFields(option?.names);
  return (
    <ActionButton
      key={JSON.stringify(option)}
      label={t(option ? 'action.edit' : 'options.add')}
      title={option ? t('options.change', { code: option.code }) : t('options.add')}
      text={t('options.priceText')}
      done={t('kept')}
      fields={[
        ...names,
        {
          name: 'onSale',
          label: t('onSaleText'),
          kind: 'yes',
          initial: (option?.onSale ?? true) ? 'yes' : '',
        },
      ]}
      run={(answers) => {
        const body = { names: namesOf(answers), onSale: answers['onSale'] === 'yes' };
        return option
          ? read(
              api.PUT('/api/v1/operator/options/{code}', {
                params: { path: { code: option.code } },
                body,
              }),
            )
          : read(
              api.POST('/api/v1/operator/options', {
                body: { ...body, code: answers['code'] ?? '' },
              }),
            );
      }}
    />
  );
};
