import { Alert, Anchor, Button, Group, List, Loader, Stack, Text, ThemeIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { at } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useTextIn } from '../../../i18n/language.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { AudienceCount } from './audience-count.js';
import { placeToMend } from './steps.js';
import type { OpenDraft } from './use-draft.js';

type Finding = Schema<'FindingView'>;

/** The check before sending; looked at anew whenever the draft was saved. */
export const useReview = ({ draft: { id }, etag, state }: OpenDraft) =>
  useQuery({
    queryKey: ['campaigns', id, 'check', etag],
    queryFn: () => read(api.GET('/api/v1/campaigns/{campaignId}/check', at(id))),
    enabled: state === 'saved',
    staleTime: 0,
  });

/** Everything that keeps it from being sent, and advice, each with where to mend it. */
export const CheckStep = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { newsletterIds, segmentId, condition } = open.draft;
  const review = useReview(open);
  return (
    <Stack>
      <QueryView query={review}>
        {({ ready, findings }) => (
          <>
            <Alert
              color={ready ? 'green' : 'red'}
              icon={ready ? <IconCheck size={20} /> : <IconAlertTriangle size={20} />}
              title={ready ? t('check.ready') : t('check.notReady')}
              role="status"
            >
              {ready && findings.length > 0 && t('check.adviceOnly')}
              {ready && findings.length === 0 && t('check.nothingFound')}
              {!ready && t('check.mendFirst')}
            </Alert>
            {findings.length > 0 && (
              <Section
                title={t('check.findings')}
                actions={
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => void review.refetch()}
                    {...(review.isFetching && { leftSection: <Loader size={14} aria-hidden /> })}
                  >
                    {t('check.again')}
                  </Button>
                }
              >
                <List listStyleType="none" spacing="md" withPadding={false}>
                  {findings.map((finding, i) => (
                    <List.Item key={`${finding.code} ${i}`}>
                      <FindingLine finding={finding} campaignId={open.draft.id} />
                    </List.Item>
                  ))}
                </List>
              </Section>
            )}
          </>
        )}
      </QueryView>
      <AudienceCount target={{ newsletterIds, segmentId, condition }} />
    </Stack>
  );
};

const FindingLine = ({
  finding,
  campaignId,
}: {
  finding: Finding;
  campaignId: string;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const textIn = useTextIn();
  const { severity, field, messages } = finding;
  const isError = severity === 'error';
  const place = placeToMend(field);
  const to = 'page' in place ? place.page : `/campaigns/${campaignId}/edit/${place.step}`;
  return (
    <Group wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon variant="light" color={isError ? 'red' : 'yellow'} radius="xl" aria-hidden>
        {isError ? <IconAlertTriangle size={18} /> : <IconInfoCircle size={18} />}
      </ThemeIcon>
      <div>
        <Text fw={600} size="sm">
          {isError ? t('check.error') : t('check.advice')}
        </Text>
        <Text className="any-break">{textIn(messages)}</Text>
        <Anchor component={Link} to={to} size="sm">
          {'page' in place
            ? t('check.mendInSettings')
            : t('check.mendIn', { step: t(`step.${place.step}`) })}
        </Anchor>
      </div>
    </Group>
  );
};
