import { Button, Group, Loader, Text } from '@mantine/core';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { useConfirm } from '../../../../ui/confirm.js';
import { Section } from '../../../../ui/section.js';
import type { OpenDraft } from '../use-draft.js';
import { startingHtml } from './starting-html.js';

const CodeEditor = lazy(() => import('./code-editor.js'));

/** The HTML body, for mails that shall have one. Its editor is fetched when it is first needed. */
export const HtmlPart = ({
  open: { draft, keeper },
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const ask = useConfirm();
  const remove = async (): Promise<void> => {
    const sure = {
      title: t('html.removeTitle'),
      text: t('html.removeText'),
      verb: t('html.remove'),
      dangerous: true,
    };
    if (await ask(sure)) keeper.change({ html: null });
  };
  if (draft.html === null)
    return (
      <Section title={t('html.title')} text={t('html.none')}>
        <Group>
          <Button
            variant="light"
            onClick={() => {
              keeper.change({ html: startingHtml(draft.text) });
            }}
          >
            {t('html.begin')}
          </Button>
        </Group>
      </Section>
    );
  return (
    <Section
      title={t('html.title')}
      text={t('html.hint')}
      actions={
        <Button variant="default" size="xs" onClick={() => void remove()}>
          {t('html.remove')}
        </Button>
      }
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <CodeEditor
          label={t('html.title')}
          value={draft.html}
          fields={fields}
          onChange={(html) => {
            keeper.change({ html });
          }}
        />
      </Suspense>
      <Text size="sm" c="dimmed">
        {t('html.both')}
      </Text>
    </Section>
  );
};
