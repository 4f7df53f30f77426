import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { tickedClasses, useClassFields } from './data-classes.js';

type Given = Schema<'DisclosureDto'>;

export const recipientKinds = [
  'authority',
  'bank',
  'processor',
  'person',
  'other',
] as const satisfies readonly Given['recipientKind'][];

const bases = [
  'LAW',
  'CONSENT',
  'LIFE_PROPERTY',
  'PAYMENT_COLLECTION',
  'PROCESSOR',
  'JOINT_USE',
  'APPI_PERMITTED',
] as const satisfies readonly Given['basis'][];

/** What somebody gave out by hand, or what an authority asks for. */
export const EnterDisclosure = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const classFields = useClassFields();
  return (
    <ActionButton
      label={t('disclose.verb')}
      text={t('disclose.text')}
      size="sm"
      variant="filled"
      fields={[
        { name: 'recipient', label: t('recipient') },
        {
          name: 'recipientKind',
          label: t('recipientKind'),
          choices: recipientKinds.map((value) => ({
            value,
            label: t(`recipientKindOf.${value}`),
          })),
        },
        {
          name: 'basis',
          label: t('basis'),
          choices: bases.map((value) => ({ value, label: t(`basisOf.${value}`) })),
        },
        { name: 'ground', label: t('ground'), text: t('groundText') },
        { name: 'what', label: t('what'), text: t('whatText'), kind: 'long' },
        { name: 'persons', label: t('personsCount'), kind: 'number' },
        { name: 'tenantId', label: t('tenant'), kind: 'tenant', optional: true },
        ...classFields(),
      ]}
      run={({ recipient, recipientKind, basis, ground, what, persons, tenantId, ...ticked }) =>
        read(
          api.POST('/api/v1/operator/disclosures', {
            body: {
              ...{ recipient, ground, what, persons: Number(persons) },
              recipientKind,
              basis,
              classes: tickedClasses(ticked),
              tenantIds: tenantId ? [tenantId] : [],
            },
          }),
        )
      }
    />
  );
};
