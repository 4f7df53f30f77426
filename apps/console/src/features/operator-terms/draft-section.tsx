import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionForm } from '../../ui/action-form.js';
import { Section } from '../../ui/section.js';
import { impacts } from './version.js';
import type { VersionText } from './version.js';

interface DraftSectionProps {
  readonly slug: string;
  readonly version: VersionText;
  readonly etag: string;
}

/** The text of a draft, to be written on. */
export const DraftSection = ({ slug, version, etag }: DraftSectionProps): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const { number, body, supplement, summary, impact, isMaterial } = version;
  return (
    <Section title={t('edit')}>
      <ActionForm
        verb={t('save')}
        done={t('saved')}
        fields={[
          {
            name: 'body',
            label: t('text.body'),
            text: t('text.bodyText'),
            kind: 'long',
            initial: body,
          },
          {
            name: 'supplement',
            label: t('text.supplement'),
            kind: 'long',
            optional: true,
            initial: supplement ?? '',
          },
          {
            name: 'summary',
            label: t('text.summary'),
            text: t('text.summaryText'),
            kind: 'long',
            initial: summary,
          },
          {
            name: 'impact',
            label: t('text.impact'),
            choices: impacts.map((value) => ({ value, label: t(`impactOf.${value}`) })),
            initial: impact,
          },
          {
            name: 'isMaterial',
            label: t('text.material'),
            kind: 'yes',
            initial: isMaterial ? 'yes' : '',
          },
        ]}
        run={(answers) =>
          read(
            api.PUT('/api/v1/operator/terms/{slug}/versions/{number}', {
              params: { path: { slug, number }, header: { 'If-Match': etag } },
              body: {
                body: answers.body,
                supplement: answers.supplement || null,
                summary: answers.summary,
                impact: answers.impact,
                isMaterial: answers.isMaterial === 'yes',
              },
            }),
          )
        }
      />
    </Section>
  );
};
