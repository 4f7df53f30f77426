import { Alert, Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAudienceCount } from '../../../api/segments.js';
import type { Target } from '../../../api/segments.js';
import { useTextOfError } from '../../../ui/problem-text.js';
import { useFormat } from '../../../ui/use-format.js';

/** How many persons it would go to now; counted anew a moment after each change. */
export const AudienceCount = ({ target }: { target: Target }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const textOf = useTextOfError();
  const [settled] = useDebouncedValue(JSON.stringify(target), 400);
  const query = useAudienceCount(JSON.parse(settled) as Target);
  const chosen = target.newsletterIds.length > 0;
  return (
    <Alert color={query.isError ? 'red' : 'ai'} icon={<IconUsers size={20} />} role="status">
      <Group gap="sm" mih={28}>
        {!chosen && <Text>{t('recipients.choose')}</Text>}
        {chosen && query.isError && <Text>{textOf(query.error)}</Text>}
        {chosen && query.data && (
          <Text>
            {t('recipients.count')}{' '}
            <Text span fw={700} fz="lg" className="numbers">
              {format.people(query.data.count)}
            </Text>
          </Text>
        )}
        {chosen && query.isFetching && <Loader size="xs" aria-label={t('loading')} />}
      </Group>
    </Alert>
  );
};
