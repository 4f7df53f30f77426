import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { useNow } from '../../ui/now.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { CampaignVerbs } from './campaign-verbs.js';
import { useNameOfFigure } from './use-name-of-figure.js';

type Case = Schema<'CaseView'>;

const outcomes = ['dismissed', 'warned', 'held', 'cure-notice', 'termination'] as const;

/** One case: what is known, how long it has been open, and the verb that closes it. */
export const CaseSection = ({ found }: { found: Case }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const now = useNow(60_000);
  const may = useMay();
  const writes = may('inquiries.write');
  const nameOf = useNameOfFigure();
  const { code, summary, tenantId, inquiryId, openedAt, outcome, reason, decidedAt } = found;
  const { campaignId, detector, evidence } = found;
  const openSeconds = (now.getTime() - new Date(openedAt).getTime()) / 1000;
  return (
    <Section
      title={`${code} ${t(`act.${code}`)}`}
      text={<TenantLink id={tenantId} />}
      actions={
        outcome === null ? (
          <Badge color="yellow">{t('stateOf.open')}</Badge>
        ) : (
          <Badge color="gray">{t(`outcomeOf.${outcome}`)}</Badge>
        )
      }
    >
      <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
        {summary}
      </Text>
      <Facts
        items={[
          [t('openedAt'), format.instant(openedAt)],
          decidedAt === null
            ? [t('openFor'), format.duration(Math.max(0, openSeconds))]
            : [t('decidedAt'), format.instant(decidedAt)],
          ...(detector === null
            ? []
            : [
                [
                  t('proposed'),
                  Object.entries(evidence ?? {})
                    .map(([name, figure]) => `${nameOf(name)}: ${String(figure)}`)
                    .join(', '),
                ] as const,
              ]),
          ...(reason === null ? [] : [[t('reason'), reason] as const]),
        ]}
      />
      <Group gap="sm">
        {inquiryId !== null && (
          <Anchor component={Link} to={`/operator/inquiries/${inquiryId}`} size="sm">
            {t('report')}
          </Anchor>
        )}
        {outcome === null && (
          <Anchor component={Link} to={`/operator/tenants/${tenantId}`} size="sm">
            {t('measures')}
          </Anchor>
        )}
        {outcome === null && campaignId !== null && may('tenants.write') && (
          <CampaignVerbs tenantId={tenantId} campaignId={campaignId} />
        )}
        {outcome === null && writes && <Decide {...found} />}
      </Group>
    </Section>
  );
};

const Decide = ({ id }: Case): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <ActionButton
      label={t('decide.verb')}
      text={t('decide.text')}
      fields={[
        {
          name: 'outcome',
          label: t('decide.outcome'),
          choices: outcomes.map((value) => ({ value, label: t(`outcomeOf.${value}`) })),
        },
        { name: 'reason', label: t('reason'), kind: 'long' },
      ]}
      run={({ outcome, reason }) =>
        read(
          api.POST('/api/v1/operator/abuse-cases/{caseId}/decide', {
            params: { path: { caseId: id } },
            body: { outcome: outcomes.find((known) => known === outcome) ?? 'dismissed', reason },
          }),
        )
      }
    />
  );
};
