import { Radio, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read, readVersion } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

type Settings = Schema<'DeliverySettingsDto'>;

/** What happens to mails of which nobody can say whether they left, and to starts at full hours. */
export const DeliverySection = (): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const may = useMay();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['settings', 'delivery'],
    queryFn: () => readVersion(api.GET('/api/v1/settings/delivery')),
  });
  const saving = useMutation({
    mutationFn: ({ body, etag }: { body: Settings; etag: string }) =>
      read(
        api.PUT('/api/v1/settings/delivery', { params: { header: { 'If-Match': etag } }, body }),
      ),
    onSuccess: () => {
      sayDone(t('saved'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['settings', 'delivery'] }),
  });
  const disabled = !may('settings.write') || saving.isPending;
  return (
    <Section title={t('delivery.title')}>
      <ProblemAlert error={saving.error} />
      <QueryView query={query}>
        {({ value: { afterCrash, avoidFullHours }, etag }) => (
          <Stack gap="lg">
            <Radio.Group
              label={t('delivery.afterCrash')}
              description={t('delivery.afterCrashText')}
              value={afterCrash}
              onChange={(chosen) => {
                const body: Settings = {
                  avoidFullHours,
                  afterCrash: chosen === 'retry' ? 'retry' : 'hold',
                };
                saving.mutate({ body, etag });
              }}
            >
              <Stack gap="xs" mt="sm">
                <Radio value="hold" label={t('delivery.hold')} disabled={disabled} />
                <Radio value="retry" label={t('delivery.retry')} disabled={disabled} />
              </Stack>
            </Radio.Group>
            <Switch
              label={t('delivery.avoid')}
              description={t('delivery.avoidText')}
              checked={avoidFullHours}
              disabled={disabled}
              onChange={({ currentTarget }) => {
                const body = { afterCrash, avoidFullHours: currentTarget.checked };
                saving.mutate({ body, etag });
              }}
            />
          </Stack>
        )}
      </QueryView>
    </Section>
  );
};
