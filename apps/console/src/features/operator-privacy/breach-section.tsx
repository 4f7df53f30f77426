import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { BreachVerbs } from './breach-verbs.js';
import { Clock } from './clock.js';

type Breach = Schema<'BreachView'>;

const isKind = (kind: string): kind is Schema<'BreachDto'>['kind'] =>
  ['SENSITIVE', 'PROPERTY_DAMAGE', 'MALICIOUS', 'OTHER'].includes(kind);

/** One breach: its clocks, the tenants it concerns, and the steps taken. */
export const BreachSection = ({ breach }: { breach: Breach }): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const writes = useMay()('terms.write');
  const { summary, cause, measures, kinds, persons, knownAt, closedAt, tenants } = breach;
  const toldLast = tenants.every(({ toldAt }) => toldAt !== null)
    ? (tenants.at(-1)?.toldAt ?? null)
    : null;
  return (
    <Section
      title={t('knownAt') + ' ' + format.instant(knownAt)}
      text={kinds
        .filter(isKind)
        .map((kind) => t(`breachKind.${kind}`))
        .join(', ')}
      actions={
        <Badge color={closedAt === null ? 'yellow' : 'gray'}>
          {t(closedAt === null ? 'open' : 'closed')}
        </Badge>
      }
    >
      <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
        {summary}
      </Text>
      <Facts
        items={[
          [t('persons'), format.people(persons)],
          [t('cause'), cause],
          [t('measuresTaken'), measures],
          [
            t('clockOf.first'),
            <Clock key="first" by={breach.firstReportBy} doneAt={breach.firstReportedAt} />,
          ],
          [
            t('clockOf.full'),
            <Clock key="full" by={breach.fullReportBy} doneAt={breach.fullyReportedAt} />,
          ],
          [
            t('clockOf.tenants'),
            <Clock key="tenants" by={breach.tenantsToldBy} doneAt={toldLast} />,
          ],
          [
            t('clockOf.persons'),
            breach.personsToldAt
              ? t('doneAt', { at: format.instant(breach.personsToldAt) })
              : t('notYet'),
          ],
        ]}
      />
      <DataTable
        label={t('tenants')}
        empty={t('noTenants')}
        minWidth={320}
        rows={tenants}
        keyOf={({ tenantId }) => tenantId}
        columns={[
          { head: t('tenants'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
          { head: t('persons'), figure: true, cell: (row) => format.people(row.persons) },
          {
            head: t('toldAt'),
            cell: ({ toldAt }) => (toldAt ? format.instant(toldAt) : t('notYet')),
          },
        ]}
      />
      {writes && closedAt === null && <BreachVerbs breach={breach} />}
    </Section>
  );
};
