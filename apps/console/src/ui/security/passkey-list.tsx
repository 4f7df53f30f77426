import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useFormat } from '../use-format.js';
import type { Task } from './second-factor.js';

interface PasskeyListProps {
  readonly passkeys: readonly Schema<'PasskeyView'>[];
  readonly onTask: (task: Task) => void;
}

export const PasskeyList = ({ passkeys, onTask }: PasskeyListProps): ReactNode => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const [name, setName] = useState('');
  return (
    <>
      {passkeys.map((passkey) => (
        <Group key={passkey.id} justify="space-between" gap="sm">
          <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
            <Text fw={500} className="any-break">
              {passkey.name}
            </Text>
            <Text size="sm" c="dimmed">
              {passkey.lastUsedAt === null
                ? t('since', { at: format.instant(passkey.createdAt) })
                : t('lastUsed', { at: format.instant(passkey.lastUsedAt) })}
            </Text>
          </div>
          <Button
            variant="default"
            aria-label={`${t('passkey.remove')}: ${passkey.name}`}
            onClick={() => {
              onTask({ kind: 'remove-passkey', passkeyId: passkey.id });
            }}
          >
            {t('passkey.remove')}
          </Button>
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onTask({ kind: 'passkey', name: name.trim() });
          setName('');
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('passkey.name')}
            description={t('passkey.hint')}
            maxLength={60}
            required
            withAsterisk={false}
            style={{ flex: '1 1 14rem' }}
            value={name}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <Button type="submit" variant="light">
            {t('passkey.add')}
          </Button>
        </Group>
      </form>
    </>
  );
};
