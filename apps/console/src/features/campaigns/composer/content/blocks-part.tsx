import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { Section } from '../../../../ui/section.js';
import type { OpenDraft } from '../use-draft.js';
import { RemoveHtml } from './remove-html.js';

const BlockEditor = lazy(() => import('./blocks/block-editor.js'));

/** The HTML body as blocks that are put together by sight; the text part follows them. */
export const BlocksPart = ({
  open,
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { draft, keeper } = open;
  return (
    <Section
      title={t('html.title')}
      text={t('blocks.hint')}
      actions={
        <>
          <Badge>{t('blocks.badge')}</Badge>
          <RemoveHtml keeper={keeper} />
        </>
      }
    >
      <Suspense
        fallback={
          <Group mih="26rem" justify="center">
            <Loader aria-label={t('loading')} />
          </Group>
        }
      >
        <BlockEditor
          value={draft.blocks ?? {}}
          fields={fields}
          onChange={(blocks) => {
            keeper.change({ format: 'blocks', blocks });
          }}
        />
      </Suspense>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dimmed" style={{ flex: '1 1 16rem' }}>
          {t('blocks.textFollows')}
        </Text>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            keeper.change({ text: '' });
          }}
        >
          {t('blocks.textAgain')}
        </Button>
      </Group>
    </Section>
  );
};
