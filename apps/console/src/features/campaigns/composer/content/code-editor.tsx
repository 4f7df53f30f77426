import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FormField } from '../../../../api/newsletters.js';

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  readonly fields: readonly FormField[];
  readonly onChange: (value: string) => void;
}

const CodeEditor = ({ label, value, onChange }: CodeEditorProps): ReactNode => (
  <Textarea
    aria-label={label}
    autosize
    minRows={12}
    maxRows={30}
    value={value}
    spellCheck={false}
    classNames={{ input: 'written-text' }}
    onChange={({ currentTarget }) => {
      onChange(currentTarget.value);
    }}
  />
);

export default CodeEditor;
