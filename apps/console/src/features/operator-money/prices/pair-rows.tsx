import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Pair = readonly [name: string, fee: string];

interface PairRowsProps {
  readonly rows: readonly Pair[];
  readonly labels: readonly [string, string];
  readonly first: {
    readonly type: 'text' | 'number';
    readonly placeholder?: string;
    /** Offered while one types. */
    readonly known?: readonly string[];
  };
  readonly onChange: (rows: readonly Pair[]) => void;
  readonly add: string;
}

/** Rows of something and its monthly fee. */
export const PairRows = ({ rows, labels, first, onChange, add }: PairRowsProps): ReactNode => {
  const { t } = useTranslation();
  const list = useId();
  const change = (at: number, pair: Pair): void => {
    onChange(rows.map((row, i) => (i === at ? pair : row)));
  };
  return (
    <>
      {first.known && (
        <datalist id={list}>
          {first.known.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      )}
      {rows.map(([name, fee], i) => (
        <Group key={i} align="flex-end" wrap="nowrap" gap="xs">
          <TextInput
            type={first.type}
            label={labels[0]}
            placeholder={first.placeholder}
            value={name}
            {...(first.known && { list })}
            onChange={(event) => {
              change(i, [event.currentTarget.value, fee]);
            }}
            style={{ flex: '1 1 8rem', minWidth: 0 }}
          />
          <TextInput
            type="number"
            min={0}
            label={labels[1]}
            value={fee}
            onChange={(event) => {
              change(i, [name, event.currentTarget.value]);
            }}
            style={{ flex: '1 1 8rem', minWidth: 0 }}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={`${t('action.delete')}: ${labels[0]} ${name}`}
            onClick={() => {
              onChange(rows.filter((_, at) => at !== i));
            }}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          variant="light"
          size="xs"
          onClick={() => {
            onChange([...rows, ['', '']]);
          }}
        >
          {add}
        </Button>
      </div>
    </>
  );
};
