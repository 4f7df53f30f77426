import { Alert } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { Section } from '../../../ui/section.js';

const reasons = ['DISPUTE_OR_COMPLAINT', 'PROTECT_RIGHTS', 'BREACH', 'CONTRACT_ENDED'] as const;

/** One address is taken off all lists of the tenant and erased. @clause W12B-3 */
export const RemovalSection = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const [wasRemoved, setWasRemoved] = useState<boolean>();
  return (
    <Section title={t('removal.title')} text={t('removal.text')}>
      <div>
        <ActionButton
          label={t('removal.verb')}
          dangerous
          fields={[
            {
              ...{ name: 'address', label: t('removal.address'), text: t('removal.addressText') },
              kind: 'email',
            },
            {
              name: 'reason',
              label: t('removal.reason'),
              choices: reasons.map((value) => ({ value, label: t(`removalReason.${value}`) })),
            },
            {
              ...{ name: 'note', label: t('removal.note'), text: t('removal.noteText') },
              ...{ kind: 'long', optional: true },
            },
          ]}
          run={async ({ address, reason, note }) => {
            const { removed } = await read(
              api.POST('/api/v1/operator/tenants/{tenantId}/address-removals', {
                params: { path: { tenantId } },
                body: { address, reason, note },
              }),
            );
            setWasRemoved(removed);
          }}
        />
      </div>
      {wasRemoved !== undefined && (
        <Alert role="status" color={wasRemoved ? 'teal' : 'yellow'}>
          {t(wasRemoved ? 'removal.done' : 'removal.none')}
        </Alert>
      )}
    </Section>
  );
};
