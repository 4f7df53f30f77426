import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

/** Begins a document with a draft of its first version. */
export const NewDocument = (): ReactNode => {
  const { t } = useTranslation('operator-terms');
  return (
    <ActionButton
      label={t('new.verb')}
      text={t('new.text')}
      size="sm"
      variant="filled"
      fields={[
        {
          name: 'kind',
          label: t('kindHead'),
          choices: (['terms', 'policy'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          })),
        },
        { name: 'ja', label: t('new.ja') },
        { name: 'en', label: t('new.en') },
        { name: 'slug', label: t('new.slug'), text: t('new.slugText') },
        { name: 'noun', label: t('new.noun'), text: t('new.nounText') },
        { name: 'body', label: t('text.body'), text: t('text.bodyText'), kind: 'long' },
        { name: 'summary', label: t('text.summary'), text: t('text.summaryText'), kind: 'long' },
      ]}
      run={({ kind, ja, en, slug, noun, body, summary }) =>
        read(
          api.POST('/api/v1/operator/terms', {
            body: {
              kind,
              title: { ja, en },
              slug,
              noun,
              text: { body, summary, supplement: null, impact: 'neutral', isMaterial: true },
            },
          }),
        )
      }
    />
  );
};
