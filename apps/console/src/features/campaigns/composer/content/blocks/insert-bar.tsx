import { Button, Group } from '@mantine/core';
import {
  IconColumns2,
  IconColumns3,
  IconHandClick,
  IconSeparator,
  IconSpacingVertical,
} from '@tabler/icons-react';
import type { Editor, JSONContent } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../api/newsletters.js';
import { ImagePicker } from '../image-picker.js';
import { MergeMenu } from '../merge-menu.js';
import { insertBlock } from './block-places.js';

const columns = (count: number): JSONContent => ({
  type: 'columns',
  content: Array.from({ length: count }, () => ({
    type: 'column',
    content: [{ type: 'paragraph' }],
  })),
});

const blocks = [
  { name: 'button', Sign: IconHandClick, content: { type: 'button' }, isSet: true },
  { name: 'columns2', Sign: IconColumns2, content: columns(2), isSet: false },
  { name: 'columns3', Sign: IconColumns3, content: columns(3), isSet: false },
  { name: 'divider', Sign: IconSeparator, content: { type: 'horizontalRule' }, isSet: false },
  { name: 'spacer', Sign: IconSpacingVertical, content: { type: 'spacer' }, isSet: true },
];

const widest = 560;

interface InsertBarProps {
  readonly editor: Editor;
  readonly fields: readonly FormField[];
  /** After a block that has something to be set. */
  readonly onInserted: () => void;
}

/** What can be put in at the cursor. */
export const InsertBar = ({ editor, fields, onInserted }: InsertBarProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const insert = (content: JSONContent, isSet: boolean): void => {
    insertBlock(editor, content, isSet);
    if (isSet) onInserted();
  };
  return (
    <Group gap={4} role="group" aria-label={t('blocks.insert')}>
      <ImagePicker
        onChoose={({ url, width, name }) => {
          const alt = name.replace(/\.\w+$/, '');
          insert({ type: 'image', attrs: { src: url, alt, width: Math.min(width, widest) } }, true);
        }}
      />
      {blocks.map(({ name, Sign, content, isSet }) => (
        <Button
          key={name}
          variant="default"
          size="xs"
          leftSection={<Sign size={16} />}
          onClick={() => {
            insert(content, isSet);
          }}
        >
          {t(`blocks.block.${name}`)}
        </Button>
      ))}
      <MergeMenu
        fields={fields}
        label={t('blocks.label')}
        onChoose={(source, label) => {
          editor
            .chain()
            .focus()
            .insertContent({ type: 'mergeField', attrs: { source, label } })
            .run();
        }}
      />
    </Group>
  );
};
