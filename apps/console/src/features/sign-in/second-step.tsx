import { Anchor, Button, Divider, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { askForPasskey } from './ask-for-passkey.js';

interface SecondStepProps {
  readonly needed: Schema<'SecondFactorNeededView'>;
  readonly onDone: (session: Schema<'SessionView'>) => Promise<void>;
  readonly onAgain: () => void;
}

/** After the right password: a code of the authenticator app, a recovery code, or a passkey. */
export const SecondStep = ({
  needed: { ticket, ways },
  onDone,
  onAgain,
}: SecondStepProps): ReactNode => {
  const { t } = useTranslation('sign-in');
  const [code, setCode] = useState('');
  const byCode = useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/session/second-step', { body: { ticket, code: code.trim() } })),
    onSuccess: onDone,
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { publicKey } = await read(
        api.POST('/api/v1/session/second-step/passkey-options', { body: { ticket } }),
      );
      const passkey = await askForPasskey(publicKey);
      return read(api.POST('/api/v1/session/second-step', { body: { ticket, passkey } }));
    },
    onSuccess: onDone,
  });
  const takesCode = ways.some((way) => way !== 'passkey');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        byCode.mutate();
      }}
    >
      <title>{`${t('second.title')} · ${t('brand')}`}</title>
      <Stack>
        <Title order={1}>{t('second.title')}</Title>
        <ProblemAlert error={byCode.error ?? byPasskey.error} />
        {takesCode && (
          <>
            <TextInput
              label={t('code')}
              description={t('codeHint')}
              value={code}
              onChange={({ currentTarget }) => {
                setCode(currentTarget.value);
              }}
              autoComplete="one-time-code"
              inputMode="text"
              autoFocus
              required
              withAsterisk={false}
            />
            <Button type="submit" loading={byCode.isPending}>
              {t('verify')}
            </Button>
          </>
        )}
        {takesCode && ways.includes('passkey') && <Divider label={t('second.or')} />}
        {ways.includes('passkey') && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={20} />}
            loading={byPasskey.isPending}
            onClick={() => {
              byPasskey.mutate();
            }}
          >
            {t('second.passkey')}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {t('second.lost')}
        </Text>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onAgain}>
          {t('again')}
        </Anchor>
      </Stack>
    </form>
  );
};
