import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

const steps = ['first-report', 'full-report', 'persons-told', 'closed'] as const;

/** Tenants concerned, telling them, and the steps that were taken. */
export const BreachVerbs = ({ breach }: { breach: Schema<'BreachView'> }): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const at = { params: { path: { breachId: breach.id } } };
  return (
    <Group gap="sm">
      <ActionButton
        label={t('addTenant.verb')}
        text={t('addTenant.text')}
        fields={[
          { name: 'tenantId', label: t('tenant'), kind: 'tenant' },
          { name: 'persons', label: t('persons'), kind: 'number' },
        ]}
        run={({ tenantId, persons }) =>
          read(
            api.POST('/api/v1/operator/breaches/{breachId}/tenants', {
              ...at,
              body: { tenantId, persons: Number(persons) },
            }),
          )
        }
      />
      {breach.tenants.some(({ toldAt }) => toldAt === null) && (
        <ActionButton
          label={t('tell.verb')}
          text={t('tell.text')}
          run={() => read(api.POST('/api/v1/operator/breaches/{breachId}/tell', at))}
        />
      )}
      <ActionButton
        label={t('step.verb')}
        fields={[
          {
            name: 'step',
            label: t('step.what'),
            choices: steps.map((value) => ({ value, label: t(`stepOf.${value}`) })),
          },
        ]}
        run={(body) =>
          read(api.POST('/api/v1/operator/breaches/{breachId}/steps', { ...at, body }))
        }
      />
    </Group>
  );
};
