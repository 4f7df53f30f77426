import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { CaseMeasures } from './case-measures.js';
import { CaseBadge } from './case-section.js';
import { CaseTimeline } from './case-timeline.js';
import { CaseVerbs } from './case-verbs.js';
import { useNameOfFigure } from './use-name-of-figure.js';

type CaseFile = Schema<'CaseFileView'>;

/** One suspected breach: what is known, what was done, what can be done now. @clause W12A */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const { caseId = '' } = useParams();
  const query = useQuery({
    queryKey: ['operator', 'abuse-case', caseId],
    queryFn: () =>
      read(api.GET('/api/v1/operator/abuse-cases/{caseId}', { params: { path: { caseId } } })),
  });
  const found = query.data;
  return (
    <Page
      title={found ? `${found.code} ${t(`act.${found.code}`)}` : t('case')}
      lead={
        found && (
          <Group gap="xs">
            <TenantLink id={found.tenantId} />
            <CaseBadge outcome={found.outcome} />
          </Group>
        )
      }
      above={
        <Anchor component={Link} to="/operator/abuse-cases">
          {t('cases')}
        </Anchor>
      }
      width={960}
    >
      <QueryView query={query}>
        {(file) => (
          <>
            <Known file={file} />
            <NextSteps file={file} />
            <CaseMeasures file={file} />
            <CaseTimeline file={file} />
            <Others items={file.others} />
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Known = ({ file: { summary, evidence, inquiryId } }: { file: CaseFile }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const nameOf = useNameOfFigure('figureOf');
  const figures = Object.entries(evidence ?? {}).map(([name, figure]) => ({
    name: nameOf(name),
    figure: String(figure),
  }));
  return (
    <Section title={t('known')}>
      <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
        {summary}
      </Text>
      {figures.length > 0 && (
        <DataTable
          label={t('evidence')}
          empty=""
          minWidth={240}
          rows={figures}
          keyOf={({ name }) => name}
          columns={[
            { head: t('evidence'), cell: ({ name }) => name },
            { head: t('figure'), figure: true, cell: ({ figure }) => figure },
          ]}
        />
      )}
      {inquiryId !== null && (
        <Anchor
          component={Link}
          to={`/operator/inquiries/${inquiryId}`}
          size="sm"
          style={{ alignSelf: 'flex-start' }}
        >
          {t('report')}
        </Anchor>
      )}
    </Section>
  );
};

const NextSteps = ({ file }: { file: CaseFile }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const { outcome, tenantId, campaignId, reason } = file;
  return (
    <Section title={t('next')} text={t(outcome === null ? 'nextText' : `afterOutcome.${outcome}`)}>
      {reason !== null && (
        <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
          {t('reason')}: {reason}
        </Text>
      )}
      <Group gap="md">
        {outcome === null && <CaseVerbs {...file} />}
        {campaignId !== null && (
          <Anchor
            component={Link}
            to={`/operator/tenants/${tenantId}/campaigns/${campaignId}`}
            size="sm"
          >
            {t('toCampaign')}
          </Anchor>
        )}
        <Anchor component={Link} to={`/operator/tenants/${tenantId}`} size="sm">
          {t('measures')}
        </Anchor>
      </Group>
    </Section>
  );
};

const Others = ({ items }: { items: CaseFile['others'] }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  return (
    <Section title={t('others')}>
      <DataTable
        label={t('others')}
        empty={t('noOthers')}
        minWidth={360}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t('openCase.code'),
            cell: ({ id, code }) => (
              <Anchor component={Link} to={`/operator/abuse-cases/${id}`}>
                {`${code} ${t(`act.${code}`)}`}
              </Anchor>
            ),
          },
          { head: t('openedAt'), cell: ({ openedAt }) => format.instant(openedAt) },
          { head: t('decide.outcome'), cell: ({ outcome }) => <CaseBadge outcome={outcome} /> },
        ]}
      />
    </Section>
  );
};
