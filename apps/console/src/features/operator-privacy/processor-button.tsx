import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { tickedClasses, useClassFields } from './data-classes.js';

/** Enters a processor, or changes what is known of one; its end too. */
export const ProcessorButton = ({
  processor,
}: {
  processor?: Schema<'ProcessorView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const classFields = useClassFields();
  const path = '/api/v1/operator/processors';
  const first = (name: 'name' | 'service' | 'safeguards' | 'redelegation' | 'since') =>
    ({ name, label: t(`processor.${name}`), initial: processor?.[name] ?? '' }) as const;
  const day = (name: 'until' | 'auditedOn') =>
    ({
      ...({ name, label: t(`processor.${name}`), kind: 'date', optional: true } as const),
      initial: processor?.[name] ?? '',
    }) as const;
  return (
    <ActionButton
      label={processor ? t('change') : t('addProcessor')}
      {...(!processor && { size: 'sm', variant: 'filled' })}
      fields={[
        first('name'),
        first('service'),
        {
          ...{ name: 'country', label: t('processor.country'), text: t('countryText') },
          initial: processor?.country ?? 'JP',
        },
        { ...first('safeguards'), kind: 'long' },
        { ...first('redelegation'), optional: true },
        { ...first('since'), kind: 'date' },
        day('until'),
        day('auditedOn'),
        ...classFields(processor?.classes),
      ]}
      run={({
        name,
        service,
        country,
        safeguards,
        redelegation,
        since,
        until,
        auditedOn,
        ...ticked
      }) => {
        const body = {
          ...{ name, service, country: country.toUpperCase(), safeguards, redelegation, since },
          ...{ until: until || null, auditedOn: auditedOn || null },
          classes: tickedClasses(ticked),
        };
        return processor
          ? read(
              api.PUT(`${path}/{processorId}`, {
                params: { path: { processorId: processor.id } },
                body,
              }),
            )
          : read(api.POST(path, { body }));
      }}
    />
  );
};
