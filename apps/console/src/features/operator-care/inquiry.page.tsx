import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { ForwardButton } from './forward-button.js';

/** One inquiry with its thread. */
export const Component = (): ReactNode => {
  const { inquiryId = '' } = useParams();
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const may = useMay();
  const params = { path: { inquiryId } };
  const query = useQuery({
    queryKey: ['operator', 'inquiry', inquiryId],
    queryFn: () => read(api.GET('/api/v1/operator/inquiries/{inquiryId}', { params })),
  });
  return (
    <Page title={query.data?.subject ?? t('inquiries')}>
      <QueryView query={query}>
        {(inquiry) => (
          <Section
            title={t('inquiry')}
            actions={
              may('inquiries.write') &&
              inquiry.closedAt === null && (
                <>
                  <ActionButton
                    label={t('answer.verb')}
                    text={t('answer.text')}
                    variant="filled"
                    fields={[{ name: 'text', label: t('answer.words'), kind: 'long' }]}
                    run={(body, key) =>
                      read(
                        api.POST('/api/v1/operator/inquiries/{inquiryId}/answer', {
                          params: { ...params, header: { 'Idempotency-Key': key } },
                          body,
                        }),
                      )
                    }
                  />
                  {inquiry.tenantId !== null && inquiry.channel !== 'portal' && (
                    <ForwardButton inquiry={inquiry} />
                  )}
                  <ActionButton
                    label={t('close')}
                    run={() =>
                      read(api.POST('/api/v1/operator/inquiries/{inquiryId}/close', { params }))
                    }
                  />
                </>
              )
            }
          >
            <Facts
              items={[
                [t('from'), `${inquiry.fromName} <${inquiry.fromAddress}>`],
                ...(inquiry.replyTo !== null && inquiry.replyTo !== inquiry.fromAddress
                  ? [[t('answerTo'), inquiry.replyTo] as const]
                  : []),
                ...(inquiry.channel === 'mail'
                  ? [[t('proof'), t(`proofOf.${proofOf(inquiry)}`)] as const]
                  : []),
                ...(inquiry.hasLetter
                  ? [[t('letter'), <Letter key={inquiry.id} {...inquiry} />] as const]
                  : []),
                [t('tenant'), inquiry.tenantId && <TenantLink id={inquiry.tenantId} />],
                [t('box'), t(`boxOf.${inquiry.box}`)],
                [t('arrived'), format.instant(inquiry.arrivedAt)],
                [t('answerBy'), format.instant(inquiry.dueAt)],
                ...(inquiry.forwardedAt
                  ? [[t('forwarded'), format.instant(inquiry.forwardedAt)] as const]
                  : []),
              ]}
            />
            <Stack gap="sm">
              <Paper bg="var(--paper)">
                <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
                  {inquiry.text}
                </Text>
              </Paper>
              {inquiry.thread.map(({ at, by, text }) => (
                <Paper key={at}>
                  <Text size="sm" c="dimmed">
                    {t(`by.${by}`)} · {format.instant(at)}
                  </Text>
                  <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
                    {text}
                  </Text>
                </Paper>
              ))}
            </Stack>
          </Section>
        )}
      </QueryView>
    </Page>
  );
};

const proofOf = ({ isAuthentic }: Schema<'InquiryView'>): 'pass' | 'fail' | 'none' => {
  if (isAuthentic === null) return 'none';
  return isAuthentic ? 'pass' : 'fail';
};

/** The letter as it came, with what is attached; one with a virus is not handed out. */
const Letter = ({ id, virus }: Schema<'InquiryView'>): ReactNode => {
  const { t } = useTranslation('operator-care');
  return virus === null ? (
    <Anchor href={`/api/v1/operator/inquiries/${id}/raw`} download>
      {t('letterFile')}
    </Anchor>
  ) : (
    t('letterInfected', { virus })
  );
};
