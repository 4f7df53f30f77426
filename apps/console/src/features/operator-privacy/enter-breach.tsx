import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { typedInJapan } from '../../ui/format.js';

const kinds = ['OTHER', 'SENSITIVE', 'PROPERTY_DAMAGE'] as const;

export const EnterBreach = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  return (
    <ActionButton
      label={t('enter.verb')}
      text={t('enter.text')}
      size="sm"
      variant="filled"
      fields={[
        { name: 'knownAt', label: t('enter.knownAt'), kind: 'datetime-local' },
        { name: 'summary', label: t('summary'), kind: 'long' },
        { name: 'cause', label: t('cause'), kind: 'long', optional: true },
        { name: 'measures', label: t('measuresTaken'), kind: 'long', optional: true },
        {
          name: 'kind',
          label: t('enter.kind'),
          choices: kinds.map((value) => ({ value, label: t(`breachKind.${value}`) })),
        },
        { name: 'isMalicious', label: t('enter.malicious'), kind: 'yes' },
        { name: 'persons', label: t('enter.persons'), kind: 'number' },
        { name: 'wasEncrypted', label: t('enter.encrypted'), kind: 'yes' },
      ]}
      run={({ knownAt, summary, cause, measures, kind, isMalicious, persons, wasEncrypted }) =>
        read(
          api.POST('/api/v1/operator/breaches', {
            body: {
              knownAt: typedInJapan(knownAt),
              summary,
              cause: cause || null,
              measures: measures || null,
              kind,
              isMalicious: isMalicious === 'yes',
              persons: Number(persons),
              wasEncrypted: wasEncrypted === 'yes',
            },
          }),
        )
      }
    />
  );
};
