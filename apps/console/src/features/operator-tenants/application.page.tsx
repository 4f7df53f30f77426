import { Alert, Anchor, Badge, Group, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useNameOfCode } from '../../ui/catalogue.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { ApplicationVerbs } from './application-verbs.js';
import { ScansSection } from './scans-section.js';

/** One application, its papers, and the decision about it. */
export const Component = (): ReactNode => {
  const { applicationId = '' } = useParams();
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const may = useMay();
  const query = useQuery({
    queryKey: ['operator', 'application', applicationId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/applications/{applicationId}', {
          params: { path: { applicationId } },
        }),
      ),
  });
  return (
    <Page title={query.data?.applicant.name ?? t('applications')}>
      <QueryView query={query}>
        {(found) => (
          <>
            {found.warnings.length > 0 && (
              <Alert color="orange" title={t('warnings')}>
                <List>
                  {found.warnings.map((warning) => (
                    <List.Item key={warning}>
                      {t(`warning.${warning}`, { defaultValue: warning })}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Section
              title={t('applicationTitle')}
              actions={
                may('contracts.write') &&
                ['received', 'accepted'].includes(found.state) && (
                  <ApplicationVerbs application={found} />
                )
              }
            >
              <Group>
                <Badge>{t(`application.${found.state}`)}</Badge>
                {found.tenantId && (
                  <Anchor component={Link} to={`/operator/tenants/${found.tenantId}`}>
                    {t('toTenant')}
                  </Anchor>
                )}
              </Group>
              <Facts
                items={[
                  [t('kind'), t(`kindOf.${found.applicant.kind}`)],
                  [t('kana'), found.applicant.nameKana],
                  [t('contact'), found.applicant.contactPerson],
                  [t('postalAddress'), found.applicant.postalAddress],
                  [t('phone'), found.applicant.phone],
                  [t('mail'), found.applicant.pcEmail ?? found.applicant.mobileEmail],
                  [t('course'), nameOf(found.courseCode)],
                  [t('options'), found.optionCodes.map(nameOf).join(', ')],
                  [t('offer'), found.offerCode],
                  [t('channelHead'), t(`channel.${found.channel}`)],
                  [t('partner'), found.partnerName],
                  [t('appliedAt'), format.arrival(found.appliedAt, found.channel)],
                  [
                    t('form'),
                    found.formArrivedAt
                      ? format.arrival(found.formArrivedAt, found.channel)
                      : t('start.notYet'),
                  ],
                  [t('termsVersion'), found.termsVersion],
                  [t('reason'), found.reason && t(`rejectReason.${found.reason}`)],
                ]}
              />
            </Section>
            <ScansSection application={found} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
