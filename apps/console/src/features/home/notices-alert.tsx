import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newestNoticesQuery } from '../../api/notices.js';

/** Notices from the provider that nobody has read yet. */
export const NoticesAlert = (): ReactNode => {
  const { t } = useTranslation('home');
  const { data } = useQuery(newestNoticesQuery);
  if (!data || data.unread === 0) return null;
  const newest = data.items.find(({ readAt }) => readAt === null);
  return (
    <Alert
      color="yellow"
      icon={<IconBell size={20} />}
      title={t('notices.unread', { count: data.unread })}
    >
      {newest && `${newest.subject} `}
      <Anchor component={Link} to="/notices">
        {t('notices.read')}
      </Anchor>
    </Alert>
  );
};
