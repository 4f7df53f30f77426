import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newestNoticesQuery } from '../../api/notices.js';

/** How many notices nobody has read yet; nothing for none. */
export const UnreadMark = (): ReactNode => {
  const { t } = useTranslation('notices', { useSuspense: false });
  const { data } = useQuery({ ...newestNoticesQuery, refetchInterval: 5 * 60_000 });
  if (!data || data.unread === 0) return null;
  return (
    <Badge color="red" variant="filled" aria-label={t('unread', { count: data.unread })}>
      {data.unread}
    </Badge>
  );
};
