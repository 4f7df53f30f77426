import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { useNow } from '../../ui/now.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

type Case = Schema<'CaseView'>;

export const CaseBadge = ({ outcome }: Pick<Case, 'outcome'>): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <Badge color={outcome === null ? 'yellow' : 'gray'}>
      {t(outcome === null ? 'stateOf.open' : `outcomeOf.${outcome}`)}
    </Badge>
  );
};

/** One case of a list: what it is about, how long it has been open, and the way to its page. */
export const CaseSection = ({ found }: { found: Case }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const now = useNow(60_000);
  const { id, code, summary, tenantId, openedAt, outcome, decidedAt } = found;
  const openSeconds = (now.getTime() - new Date(openedAt).getTime()) / 1000;
  return (
    <Section
      title={`${code} ${t(`act.${code}`)}`}
      text={<TenantLink id={tenantId} />}
      actions={<CaseBadge outcome={outcome} />}
    >
      <Text lineClamp={3} className="any-break">
        {summary}
      </Text>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" className="numbers">
          {decidedAt === null
            ? t('openSince', {
                at: format.instant(openedAt),
                time: format.duration(Math.max(0, openSeconds)),
              })
            : t('decidedOn', { at: format.instant(decidedAt) })}
        </Text>
        <Anchor component={Link} to={`/operator/abuse-cases/${id}`} size="sm">
          {t('openTheCase')}
        </Anchor>
      </Group>
    </Section>
  );
};
