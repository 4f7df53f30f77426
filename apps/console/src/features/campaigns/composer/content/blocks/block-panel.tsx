import { Button, Group, NumberInput, Paper, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyBlock, moveBlock, placesOf, removeBlock } from './block-places.js';
import type { Place } from './block-places.js';

/** What can be done with the block at the cursor, and set of it. */
export const BlockPanel = ({ editor }: { editor: Editor }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const places = useEditorState({
    editor,
    selector: ({ editor: { state } }) => placesOf(state),
    equalityFn: () => false,
  });
  return (
    <Paper p="sm" bg="var(--paper)">
      {places.map((place, which) => (
        <PlaceLine key={`${which} ${place.node.type.name}`} {...{ editor, place, which }} />
      ))}
      <Text size="sm" c="dimmed" id="blocks-keys">
        {t('blocks.keys')}
      </Text>
    </Paper>
  );
};

interface PlaceProps {
  readonly editor: Editor;
  readonly place: Place;
  readonly which: number;
}

const PlaceLine = ({ editor, place, which }: PlaceProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { node, index, siblings } = place;
  const name = t(`blocks.node.${node.type.name}`);
  const verb = (key: string, icon: ReactNode, run: () => boolean, disabled = false): ReactNode => (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={icon}
      disabled={disabled}
      onClick={run}
      aria-label={`${name}: ${t(`blocks.verb.${key}`)}`}
    >
      {t(`blocks.verb.${key}`)}
    </Button>
  );
  return (
    <>
      <Group gap={6} mb="xs">
        <Text fw={600} size="sm" mr="xs">
          {name}
        </Text>
        {verb('up', <IconArrowUp size={16} />, () => moveBlock(editor, -1, which), index === 0)}
        {verb(
          'down',
          <IconArrowDown size={16} />,
          () => moveBlock(editor, 1, which),
          index === siblings - 1,
        )}
        {verb('copy', <IconCopy size={16} />, () => copyBlock(editor, which))}
        {verb('remove', <IconTrash size={16} />, () => removeBlock(editor, which))}
      </Group>
      <Settings editor={editor} place={place} />
    </>
  );
};

const texts: Readonly<Record<string, readonly string[]>> = {
  image: ['alt', 'href'],
  button: ['label', 'href'],
};
const numbers: Readonly<Record<string, { name: string; min: number; max: number }>> = {
  image: { name: 'width', min: 16, max: 600 },
  spacer: { name: 'height', min: 4, max: 200 },
};

const Settings = ({ editor, place: { node, at } }: Omit<PlaceProps, 'which'>): ReactNode => {
  const { t } = useTranslation('campaigns');
  const set = (name: string, value: string | number): void => {
    editor.commands.command(({ tr }) => {
      tr.setNodeAttribute(at, name, value);
      return true;
    });
  };
  const kind = node.type.name;
  const number = numbers[kind];
  return (
    <Group gap="sm" mb="xs" align="flex-start">
      {(texts[kind] ?? []).map((name) => (
        <TextInput
          key={name}
          size="sm"
          label={t(`blocks.setting.${kind}.${name}`)}
          value={String(node.attrs[name])}
          maxLength={2000}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            set(name, currentTarget.value);
          }}
          style={{ flex: '1 1 12rem' }}
        />
      ))}
      {number && (
        <NumberInput
          size="sm"
          label={t(`blocks.setting.${kind}.${number.name}`)}
          value={Number(node.attrs[number.name])}
          min={number.min}
          max={number.max}
          step={8}
          clampBehavior="blur"
          onChange={(value) => {
            if (typeof value === 'number') set(number.name, value);
          }}
          style={{ flex: '0 1 9rem' }}
        />
      )}
    </Group>
  );
};
