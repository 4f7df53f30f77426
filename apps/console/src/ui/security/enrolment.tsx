import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { create } from 'qrcode';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { CopyField } from '../copy-field.js';
import { ProblemAlert } from '../problem-text.js';
import type { Outcome } from './second-factor.js';

interface EnrolmentProps {
  readonly enrolment: Schema<'EnrolmentView'>;
  readonly onDone: (outcome: Outcome) => Promise<void>;
}

/** The secret for the authenticator app, as a picture and for typing; a code proves that the app has it. */
export const Enrolment = ({ enrolment: { uri, secret }, onDone }: EnrolmentProps): ReactNode => {
  const { t } = useTranslation('security');
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/session/second-factor/totp/confirm', { body: { code: code.trim() } })),
    onSuccess: onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirming.mutate();
      }}
    >
      <Stack>
        <ProblemAlert error={confirming.error} />
        <Text>{t('totp.scan')}</Text>
        <QrCode text={uri} label={t('totp.picture')} />
        <Text size="sm" c="dimmed">
          {t('totp.byHand')}
        </Text>
        <CopyField value={secret} label={t('totp.secret')} />
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('totp.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]*"
            required
            withAsterisk={false}
            value={code}
            onChange={({ currentTarget }) => {
              setCode(currentTarget.value);
            }}
          />
          <Button type="submit" loading={confirming.isPending}>
            {t('totp.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Drawn here: the secret goes nowhere. */
const QrCode = ({ text, label }: { text: string; label: string }): ReactNode => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, i) =>
    dark ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '',
  );
  return (
    <Box bg="white" p="md" style={{ alignSelf: 'start' }}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${size} ${size}`}
        width={200}
        height={200}
        shapeRendering="crispEdges"
        style={{ display: 'block' }}
      >
        <path d={squares.join('')} fill="#000" />
      </svg>
    </Box>
  );
};
