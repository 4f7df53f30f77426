import { Button, FileButton, Paper, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A place where a file is dropped, or chosen by the button. */
export const FileDrop = ({
  label,
  accept,
  busy,
  onFile,
}: {
  label: string;
  accept?: string;
  busy: boolean;
  onFile: (file: File) => void;
}): ReactNode => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  return (
    <Paper
      p="lg"
      style={{ borderStyle: 'dashed', borderWidth: 2 }}
      {...(over && { bg: 'var(--mantine-color-ai-light)' })}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !busy) onFile(file);
      }}
    >
      <Stack align="center" gap="xs">
        <IconFileUpload size={28} aria-hidden />
        <Text ta="center">{label}</Text>
        <FileButton
          {...(accept && { accept })}
          inputProps={{ 'aria-label': label }}
          onChange={(file) => {
            if (file) onFile(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="light" loading={busy}>
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Paper>
  );
};
