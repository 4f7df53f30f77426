import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconUnderline,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkControl } from './link-control.js';

const icons: Readonly<Record<string, Icon>> = {
  bold: IconBold,
  italic: IconItalic,
  underline: IconUnderline,
  bulletList: IconList,
  orderedList: IconListNumbers,
  left: IconAlignLeft,
  center: IconAlignCenter,
  right: IconAlignRight,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
};

const kinds = ['0', '1', '2', '3'] as const;

/** How the words at the cursor look. */
export const StyleBar = ({ editor }: { editor: Editor }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const is = useEditorState({ editor, selector: ({ editor: { state } }) => lookOf(editor, state) });
  const toggle = (name: string, on: boolean, run: () => boolean): ReactNode => {
    const Sign = icons[name] ?? IconBold;
    return (
      <ActionIcon
        key={name}
        variant={on ? 'filled' : 'default'}
        size={32}
        aria-pressed={on}
        aria-label={t(`blocks.style.${name}`)}
        title={t(`blocks.style.${name}`)}
        onClick={run}
      >
        <Sign size={18} />
      </ActionIcon>
    );
  };
  const act = () => editor.chain().focus();
  return (
    <Group gap={4} role="group" aria-label={t('blocks.styles')}>
      <NativeSelect
        size="xs"
        aria-label={t('blocks.kind')}
        value={is.level}
        onChange={({ currentTarget: { value } }) => {
          const level = kinds.indexOf(value as (typeof kinds)[number]);
          if (level === 1 || level === 2 || level === 3) act().setHeading({ level }).run();
          else act().setParagraph().run();
        }}
        data={kinds.map((value) => ({ value, label: t(`blocks.kinds.${value}`) }))}
      />
      {toggle('bold', is.bold, () => act().toggleBold().run())}
      {toggle('italic', is.italic, () => act().toggleItalic().run())}
      {toggle('underline', is.underline, () => act().toggleUnderline().run())}
      <LinkControl editor={editor} on={is.link} />
      {toggle('bulletList', is.bulletList, () => act().toggleBulletList().run())}
      {toggle('orderedList', is.orderedList, () => act().toggleOrderedList().run())}
      {(['left', 'center', 'right'] as const).map((side) =>
        toggle(side, is.align === side, () => align(editor, side)),
      )}
      {toggle('undo', false, () => act().undo().run())}
      {toggle('redo', false, () => act().redo().run())}
    </Group>
  );
};

const align = (editor: Editor, side: string): boolean => {
  const textAlign = side === 'left' ? null : side;
  return editor
    .chain()
    .focus()
    .updateAttributes('paragraph', { textAlign })
    .updateAttributes('heading', { textAlign })
    .run();
};

const lookOf = (editor: Editor, { selection }: Editor['state']) => {
  const { attrs, type } = selection.$from.parent;
  const { textAlign, level } = attrs as { textAlign?: string | null; level?: number };
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    link: editor.isActive('link'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    level: type.name === 'heading' ? String(level) : '0',
    align: textAlign ?? 'left',
  };
};
