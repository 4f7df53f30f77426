import { NavLink as Entry, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { leadsTo, navigationOf } from '../features.js';

export const Navigation = ({
  area,
  onChoose,
}: {
  area: 'tenant' | 'operator';
  onChoose: () => void;
}): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  const textIn = useTextIn();
  const { pathname } = useLocation();
  const entries = navigationOf(area).filter(
    ({ permission }) => permission === undefined || may(permission),
  );
  return (
    <nav aria-label={t('menu')}>
      {entries.map((entry, i) => (
        <div key={entry.to}>
          {entry.group && entry.group.ja !== entries[i - 1]?.group?.ja && (
            <Text size="xs" fw={700} c="dimmed" mt="md" mb={4} px="sm">
              {textIn(entry.group)}
            </Text>
          )}
          <Entry
            component={NavLink}
            to={entry.to}
            end={entry.end ?? false}
            label={textIn(entry.label)}
            leftSection={<entry.icon size={20} stroke={1.6} />}
            rightSection={entry.mark && <entry.mark />}
            active={leadsTo(entry, pathname)}
            onClick={onChoose}
            fw={leadsTo(entry, pathname) ? 700 : 400}
            style={{ borderRadius: 'var(--mantine-radius-md)' }}
          />
        </div>
      ))}
    </nav>
  );
};
