import { Stack } from '@mantine/core';
import { Editor } from '@tiptap/core';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../../api/newsletters.js';
import { BlockPanel } from './block-panel.js';
import './blocks.css';
import { extensions } from './extensions.js';
import { InsertBar } from './insert-bar.js';
import { StyleBar } from './style-bar.js';

type Blocks = Record<string, unknown>;

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
  const { t } = useTranslation('campaigns');
  const label = t('blocks.label');
  const panel = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const changed = useEffectEvent(onChange);
  const mount = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const made = editorIn(element, label);
      setEditor(made);
      return () => {
        setEditor(undefined);
        made.destroy();
      };
    },
    [label],
  );
  useEffect(() => {
    editor?.on('update', () => {
      changed(editor.getJSON() as Blocks);
    });
  }, [editor]);
  useEffect(() => {
    if (!editor || editor.isFocused || panel.current?.contains(document.activeElement)) return;
    // The first blocks, or what others wrote; what was built here comes back as it is and changes nothing.
    if (!editor.schema.nodeFromJSON(value).eq(editor.state.doc))
      editor.chain().setMeta('addToHistory', false).setContent(value, { emitUpdate: false }).run();
  }, [editor, value]);
  return (
    <Stack gap="xs">
      {editor && <StyleBar editor={editor} />}
      {editor && (
        <InsertBar
          editor={editor}
          fields={fields}
          onInserted={() => {
            // Once the panel has drawn what can be set of the new block.
            requestAnimationFrame(() => panel.current?.querySelector('input')?.focus());
          }}
        />
      )}
      <div ref={mount} className="mail-canvas" />
      <div ref={panel}>{editor && <BlockPanel editor={editor} />}</div>
    </Stack>
  );
};

const editorIn = (element: HTMLElement, label: string): Editor =>
  new Editor({
    element,
    extensions,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': 'blocks-keys',
      },
    },
  });

export default BlockEditor;
