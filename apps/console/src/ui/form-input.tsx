import { Checkbox, FileInput, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fileAnswer } from './files.js';
import { TenantInput } from './tenant-input.js';

export interface FormField<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly text?: string;
  readonly kind?:
    | 'text'
    | 'long'
    | 'date'
    | 'month'
    | 'time'
    | 'number'
    | 'email'
    | 'password'
    | 'yes'
    | 'tenant'
    /** The answer is what `fileIn` reads. */
    | 'file'
    | 'datetime-local';
  /** A list to choose from; the first one is chosen. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
  /** Everything but a box to tick has to be answered, unless it says otherwise. */
  readonly optional?: boolean;
  /** Heading of the part of the form that begins here. */
  readonly heading?: string;
}

/** What fields were answered with, by name: where one has choices one of these, otherwise a text. */
export type Answers<Field extends FormField> = {
  readonly [Name in Field['name']]: AnswerTo<Field, Name>;
};

type AnswerTo<Field extends FormField, Name> = Field extends FormField
  ? Name extends Field['name']
    ? Field extends { readonly choices: readonly { readonly value: infer Value }[] }
      ? Value
      : string
    : never
  : never;

interface FormInputProps {
  readonly field: FormField;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

/** One question of a form that is described by data. */
export const FormInput = ({ field, value, wrong, onChange }: FormInputProps): ReactNode => {
  const { name, label, text, kind = 'text', choices, optional = false } = field;
  const shared = { name, label, description: text, error: wrong } as const;
  if (kind === 'yes')
    return (
      <Checkbox
        {...shared}
        checked={value === 'yes'}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? 'yes' : '');
        }}
      />
    );
  if (kind === 'tenant')
    return <TenantInput {...shared} required={!optional} value={value} onChange={onChange} />;
  if (kind === 'file')
    return (
      <FileInput
        {...shared}
        required={!optional}
        clearable
        onChange={(file) => void (file ? fileAnswer(file) : Promise.resolve('')).then(onChange)}
      />
    );
  const input = {
    ...shared,
    value,
    required: !optional,
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange(event.currentTarget.value);
    },
  };
  if (choices) return <NativeSelect {...input} data={[...choices]} />;
  if (kind === 'long') return <Textarea {...input} autosize minRows={3} maxRows={14} />;
  return <TextInput {...input} type={kind} {...(kind === 'number' && { step: 'any' })} />;
};
