import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactNode } from 'react';

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Gets what puts text where the cursor is. */
  readonly onReady: (insert: (text: string) => void) => void;
}

const look = EditorView.theme({
  '&': {
    fontSize: '13px',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    background: '#fff',
    color: '#22262b',
  },
  '.cm-scroller': {
    minHeight: '16rem',
    maxHeight: '60vh',
    fontFamily: 'var(--mantine-font-family-monospace)',
    lineHeight: '1.6',
  },
  '.cm-gutters': { background: '#f6f5f1', color: '#59616b', border: 'none' },
});

/**
 * HTML or MJML with highlighting. Tab leaves the editor, as everywhere else. The default export, so that it is
 * fetched only by those who write code.
 */
const CodeEditor = ({ label, value, onChange, onReady }: CodeEditorProps): ReactNode => {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useEffectEvent(onChange);
  const ready = useEffectEvent(onReady);
  const first = useEffectEvent(() => value);
  useEffect(() => {
    const editor = new EditorView({
      ...(parent.current && { parent: parent.current }),
      state: EditorState.create({
        doc: first(),
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          html(),
          syntaxHighlighting(defaultHighlightStyle),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          look,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    ready((text) => {
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    });
    return () => {
      editor.destroy();
    };
  }, [label]);
  useEffect(() => {
    const editor = view.current;
    // What others wrote, after a conflict; what is typed here comes back as it is and changes nothing.
    if (editor && editor.state.doc.toString() !== value && !editor.composing && !editor.hasFocus)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  return <div ref={parent} />;
};

export default CodeEditor;
