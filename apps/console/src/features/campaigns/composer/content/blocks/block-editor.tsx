import { Stack } from '@mantine/core';
import { Editor, EditorContent } from '@tiptap/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../api/newsletters.js';
import { BlockPanel } from './block-panel.js';
import './blocks.css';
import { extensions } from './extensions.js';
import { InsertBar } from './insert-bar.js';
import { StyleBar } from './style-bar.js';

export type Blocks = Record<string, unknown>;

interface BlockEditorProps {
  readonly value: Blocks;
  readonly fields: readonly FormField[];
  readonly onChange: (blocks: Blocks) => void;
}

/**
 * A mail built of blocks as it will look. Tab leaves the text, as everywhere else, and leads to what can be set of
 * the block at the cursor. The default export, so that it is fetched only by those who build.
 */
const BlockEditor = ({ value, fields, onChange }: BlockEditorProps): ReactNode => {
  const panel = useRef<HTMLDivElement>(null);
  const editor = useBlocks(value, onChange);
  useEffect(() => {
    if (!editor || editor.isFocused || panel.current?.contains(document.activeElement)) return;
    // What others wrote, after a conflict; what was built here comes back as it is and changes nothing.
    if (!editor.schema.nodeFromJSON(value).eq(editor.state.doc))
      editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  if (!editor) return null;
  return (
    <Stack gap="xs">
      <StyleBar editor={editor} />
      <InsertBar
        editor={editor}
        fields={fields}
        onInserted={() => {
          // Once the panel has drawn what can be set of the new block.
          requestAnimationFrame(() => panel.current?.querySelector('input')?.focus());
        }}
      />
      <EditorContent editor={editor} className="mail-canvas" />
      <div ref={panel}>
        <BlockPanel editor={editor} />
      </div>
    </Stack>
  );
};

/** The editor, which lives as long as the page shows it. */
const useBlocks = (value: Blocks, onChange: (blocks: Blocks) => void): Editor | undefined => {
  const { t } = useTranslation('campaigns');
  const label = t('blocks.label');
  const [editor, setEditor] = useState<Editor>();
  const changed = useEffectEvent(onChange);
  const first = useEffectEvent(() => value);
  useEffect(() => {
    const attributes = {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-describedby': 'blocks-keys',
    };
    const made = new Editor({
      extensions,
      content: first(),
      injectCSS: false,
      editorProps: { attributes },
      onUpdate: (update) => {
        changed(update.editor.getJSON() as Blocks);
      },
    });
    setEditor(made);
    return () => {
      setEditor(undefined);
      made.destroy();
    };
  }, [label]);
  return editor;
};

export default BlockEditor;
