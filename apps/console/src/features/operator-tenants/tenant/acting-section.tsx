import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

/** Work in the tenant's name, while its recorded consent lasts. */
export const ActingSection = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const params = { path: { tenantId } };
  const query = useQuery({
    queryKey: ['operator', 'assistance', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}/assistance', { params })),
  });
  return (
    <Section title={t('acting.title')} text={t('acting.text')}>
      <QueryView query={query}>
        {({ consent }) =>
          consent ? (
            <Stack align="flex-start">
              <Text>
                {t('acting.consent', {
                  until: format.instant(consent.until),
                  purpose: consent.purpose,
                })}
              </Text>
              <ActionButton
                label={t('acting.verb')}
                fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
                run={async (body) => {
                  await read(
                    api.POST('/api/v1/operator/tenants/{tenantId}/acting', { params, body }),
                  );
                  // The gate of the tenant's area looks at the session.
                  await queries.refetchQueries({ queryKey: ['session'] });
                  await navigate('/');
                }}
              />
            </Stack>
          ) : (
            <Text c="dimmed">{t('acting.none')}</Text>
          )
        }
      </QueryView>
    </Section>
  );
};
