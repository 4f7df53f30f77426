import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';

/** What an authority asks for is given, or is not, by somebody else than who entered it. @clause 同意4, P4-6 */
export const DisclosureVerbs = ({
  disclosure,
}: {
  disclosure: Schema<'DisclosureView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const { id: own } = useSession();
  if (disclosure.enteredBy === own)
    return (
      <Text size="sm" c="dimmed">
        {t('waitsForSecond')}
      </Text>
    );
  const decide = (decision: 'given' | 'declined') =>
    read(
      api.POST('/api/v1/operator/disclosures/{disclosureId}/decide', {
        params: { path: { disclosureId: disclosure.id } },
        body: { decision },
      }),
    );
  return (
    <>
      <ActionButton label={t('give.verb')} text={t('give.text')} run={() => decide('given')} />
      <ActionButton
        label={t('decline.verb')}
        text={t('decline.text')}
        dangerous
        run={() => decide('declined')}
      />
    </>
  );
};
