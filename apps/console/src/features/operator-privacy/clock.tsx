import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/now.js';
import { useFormat } from '../../ui/use-format.js';

interface ClockProps {
  /** Null where the law asks for nothing. */
  readonly by: string | null;
  readonly doneAt: string | null;
}

/** Until when something must have been done, red when that is over, or when it was. */
export const Clock = ({ by, doneAt }: ClockProps): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const now = useNow(60_000);
  if (doneAt !== null) return t('doneAt', { at: format.instant(doneAt) });
  if (by === null) return t('notNeeded');
  return (
    <Badge color={new Date(by) < now ? 'red' : 'yellow'}>
      {t('by', { at: format.shortInstant(by) })}
    </Badge>
  );
};
