import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read, readVersion } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

/** Whether a second member has to look at each campaign. */
export const ApprovalSection = (): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const may = useMay();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['settings', 'campaigns'],
    queryFn: () => readVersion(api.GET('/api/v1/settings/campaigns')),
  });
  const saving = useMutation({
    mutationFn: ({ approvalNeeded, etag }: { approvalNeeded: boolean; etag: string }) =>
      read(
        api.PUT('/api/v1/settings/campaigns', {
          params: { header: { 'If-Match': etag } },
          body: { approvalNeeded },
        }),
      ),
    onSuccess: () => {
      sayDone(t('saved'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['settings', 'campaigns'] }),
  });
  return (
    <Section title={t('approval.title')} text={t('approval.text')}>
      <ProblemAlert error={saving.error} />
      <QueryView query={query}>
        {({ value, etag }) => (
          <Switch
            label={t('approval.needed')}
            checked={value.approvalNeeded}
            disabled={!may('settings.write') || saving.isPending}
            onChange={({ currentTarget }) => {
              saving.mutate({ approvalNeeded: currentTarget.checked, etag });
            }}
          />
        )}
      </QueryView>
    </Section>
  );
};
