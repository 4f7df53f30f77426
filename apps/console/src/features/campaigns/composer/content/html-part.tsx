import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import { Suspense, lazy, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { Section } from '../../../../ui/section.js';
import type { OpenDraft } from '../use-draft.js';
import { BlocksPart } from './blocks-part.js';
import { startingBlocks } from './blocks/starting-blocks.js';
import { imageMarkUp } from './image-mark-up.js';
import { ImagePicker } from './image-picker.js';
import { MergeMenu } from './merge-menu.js';
import { RemoveHtml } from './remove-html.js';
import { startingHtml, startingMjml } from './starting-html.js';

const CodeEditor = lazy(() => import('./code-editor.js'));

/** The HTML body, for mails that shall have one: built of blocks, or written as MJML or HTML. */
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
            onClick={() => {
              keeper.change({ format: 'blocks', blocks: startingBlocks(draft.text) });
            }}
          >
            {t('html.beginBlocks')}
          </Button>
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
  return draft.format === 'blocks' ? (
    <BlocksPart open={open} fields={fields} />
  ) : (
    <Written open={open} fields={fields} />
  );
};

const Written = ({
  open: { draft, keeper },
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const insert = useRef((text: string): void => {
    keeper.change({ html: (draft.html ?? '') + text });
  });
  const isMjml = draft.format === 'mjml';
  return (
    <Section
      title={t('html.title')}
      text={t(isMjml ? 'html.hintMjml' : 'html.hint')}
      actions={
        <>
          <Badge>{isMjml ? 'MJML' : 'HTML'}</Badge>
          <ImagePicker
            onChoose={(picture) => {
              insert.current(imageMarkUp(picture, isMjml));
            }}
          />
          <MergeMenu
            fields={fields}
            label={t('html.title')}
            onChoose={(text) => {
              insert.current(text);
            }}
          />
          <RemoveHtml keeper={keeper} />
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
