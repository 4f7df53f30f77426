import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the chosen words lead. */
export const LinkControl = ({ editor, on }: { editor: Editor; on: boolean }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const [opened, setOpened] = useState(false);
  const [href, setHref] = useState('');
  const label = t('blocks.style.link');
  const open = (): void => {
    const present: unknown = editor.getAttributes('link')['href'];
    setHref(typeof present === 'string' ? present : 'https://');
    setOpened(true);
  };
  const keep = (): void => {
    const words = editor.chain().focus().extendMarkRange('link');
    const isEmpty = editor.state.selection.empty && !on;
    if (isEmpty)
      words
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else words.setLink({ href }).run();
    setOpened(false);
  };
  const remove = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow width={300}>
      <Popover.Target>
        <ActionIcon
          variant={on ? 'filled' : 'default'}
          size={32}
          aria-pressed={on}
          aria-label={label}
          title={label}
          onClick={open}
        >
          <IconLink size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput
            label={t('blocks.href')}
            value={href}
            maxLength={2000}
            data-autofocus
            onChange={({ currentTarget }) => {
              setHref(currentTarget.value);
            }}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            {on && (
              <Button variant="default" size="xs" onClick={remove}>
                {t('blocks.unlink')}
              </Button>
            )}
            <Button type="submit" size="xs" disabled={href.trim() === ''}>
              {t('blocks.setLink')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
