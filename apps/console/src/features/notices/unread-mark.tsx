import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';

/** How many notices nobody has read yet; nothing for none. */
export const UnreadMark = (): ReactNode => {
  const { t } = useTranslation('notices', { useSuspense: false });
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => read(api.GET('/api/v1/notices', { params: { query: { limit: 1 } } })),
    refetchInterval: 5 * 60_000,
    retry: false,
  });
  if (!data || data.unread === 0) return null;
  return (
    <Badge color="red" variant="filled" aria-label={t('unread', { count: data.unread })}>
      {data.unread}
    </Badge>
  );
};
