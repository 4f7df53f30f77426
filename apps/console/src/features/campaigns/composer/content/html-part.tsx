import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import { Suspense, lazy, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { useConfirm } from '../../../../ui/confirm.js';
import { Section } from '../../../../ui/section.js';
import type { OpenDraft } from '../use-draft.js';
import { ImagePicker } from './image-picker.js';
import { MergeMenu } from './merge-menu.js';
import { startingHtml, startingMjml } from './starting-html.js';

const CodeEditor = lazy(() => import('./code-editor.js'));

/** The HTML body, for mails that shall have one: written as HTML, or as MJML that becomes HTML. */
export const HtmlPart = ({
  open,
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { draft, keeper } = open;
  if (draft.format === 'text')
    return (
      <Section title={t('html.title')} text={t('html.none')}>
        <Group>
          <Button
            variant="light"
            onClick={() => {
              keeper.change({ format: 'mjml', mjml: startingMjml(draft.text) });
            }}
          >
            {t('html.beginMjml')}
          </Button>
          <Button
            variant="light"
            onClick={() => {
              keeper.change({ format: 'html', html: startingHtml(draft.text) });
            }}
          >
            {t('html.begin')}
          </Button>
        </Group>
      </Section>
    );
  return <Written open={open} fields={fields} />;
};

const Written = ({
  open: { draft, keeper },
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const ask = useConfirm();
  const insert = useRef((text: string): void => {
    keeper.change({ html: (draft.html ?? '') + text });
  });
  const isMjml = draft.format === 'mjml';
  const remove = async (): Promise<void> => {
    const sure = {
      title: t('html.removeTitle'),
      text: t('html.removeText'),
      verb: t('html.remove'),
      dangerous: true,
    };
    if (await ask(sure)) keeper.change({ format: 'text', html: null });
  };
  return (
    <Section
      title={t('html.title')}
      text={t(isMjml ? 'html.hintMjml' : 'html.hint')}
      actions={
        <>
          <Badge>{isMjml ? 'MJML' : 'HTML'}</Badge>
          <ImagePicker
            mjml={isMjml}
            onChoose={(text) => {
              insert.current(text);
            }}
          />
          <MergeMenu
            fields={fields}
            label={t('html.title')}
            onChoose={(text) => {
              insert.current(text);
            }}
          />
          <Button variant="default" size="xs" onClick={() => void remove()}>
            {t('html.remove')}
          </Button>
        </>
      }
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <CodeEditor
          key={draft.format}
          label={t('html.title')}
          value={(isMjml ? draft.mjml : draft.html) ?? ''}
          onChange={(source) => {
            keeper.change(
              isMjml ? { format: 'mjml', mjml: source } : { format: 'html', html: source },
            );
          }}
          onReady={(put) => {
            insert.current = put;
          }}
        />
      </Suspense>
      <Text size="sm" c="dimmed">
        {t('html.both')}
      </Text>
    </Section>
  );
};
