import { Alert, Button, Code, CopyButton, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shown this once. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }): ReactNode => {
  const { t } = useTranslation('security');
  return (
    <Alert color="yellow" title={t('codes.once')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} my="sm">
        {codes.map((code) => (
          <Code key={code} fz="md">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'action.copied' : 'action.copy')}
          </Button>
        )}
      </CopyButton>
    </Alert>
  );
};
