import { Anchor, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { HoldSection } from './hold-section.js';
import { RequestVerbs } from './request-verbs.js';

/** Kinds that end in an erasure, which a hold can keep back. */
const erases: readonly string[] = ['DELETION', 'STOP_USE'];

/** One request about personal data. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const { requestId = '' } = useParams();
  const writes = useMay()('inquiries.write');
  const query = useQuery({
    queryKey: ['operator', 'privacy-requests', requestId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/privacy-requests/{requestId}', {
          params: { path: { requestId } },
        }),
      ),
  });
  const shown = (at: string | null): string | null => at && format.instant(at);
  return (
    <Page
      title={query.data ? t(`kindOf.${query.data.kind}`) : t('title')}
      width={960}
      above={
        <Anchor component={Link} to="/operator/privacy-requests" size="sm">
          {t('title')}
        </Anchor>
      }
      actions={query.data && writes && <RequestVerbs request={query.data} />}
    >
      <QueryView query={query}>
        {(request) => (
          <Section
            title={t('details')}
            actions={<Badge size="lg">{t(`stateOf.${request.state}`)}</Badge>}
          >
            <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
              {request.details || '–'}
            </Text>
            <Facts
              items={[
                [t('subject'), t(`subjectOf.${request.subject}`)],
                [t('tenant'), request.tenantId && <TenantLink id={request.tenantId} />],
                [t('name'), request.name],
                [t('reply'), request.replyAddress],
                [t('postal'), request.postalAddress],
                [t('format'), t(`formatOf.${request.format}`)],
                [t('fee'), format.yen(request.feeYen)],
                [t('received'), format.instant(request.receivedAt)],
                [t('due'), format.instant(request.dueAt)],
                [t('verified'), shown(request.verifiedAt)],
                [t('decided'), shown(request.decidedAt)],
                [t('reason'), request.reason],
              ]}
            />
            {request.format === 'paper' && request.decidedAt !== null && (
              <Anchor
                href={`/api/v1/operator/privacy-requests/${request.id}/package.pdf`}
                target="_blank"
                rel="noopener"
              >
                {t('package')}
              </Anchor>
            )}
          </Section>
        )}
      </QueryView>
      {query.data && erases.includes(query.data.kind) && <HoldSection requestId={query.data.id} />}
    </Page>
  );
};
