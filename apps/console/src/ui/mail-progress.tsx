import { Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.js';

interface MailProgressProps {
  readonly done: number;
  readonly whole: number;
  /** Mails a minute; absent or 0 for none. */
  readonly ratePerMinute?: number;
  readonly etaSeconds?: number | null;
  readonly running: boolean;
  readonly label: string;
}

/** How far something is, how fast it goes, and when it will be done. */
export const MailProgress = (props: MailProgressProps): ReactNode => {
  const { done, whole, ratePerMinute = 0, etaSeconds = null, running, label } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  const percent = whole === 0 ? 100 : (done / whole) * 100;
  return (
    <Stack gap={4}>
      <Progress.Root size="md">
        <Progress.Section value={percent} striped={running} animated={running} aria-label={label} />
      </Progress.Root>
      <Group gap="md" justify="space-between">
        <Text size="sm" className="numbers">
          {format.count(done)} / {format.count(whole)} ({format.share(done, whole)})
        </Text>
        {running && ratePerMinute > 0 && (
          <Text size="sm" c="dimmed" className="numbers">
            {t('perMinute', { count: Math.round(ratePerMinute) })}
            {etaSeconds !== null && ` · ${t('eta', { time: format.duration(etaSeconds) })}`}
          </Text>
        )}
      </Group>
    </Stack>
  );
};
