import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useConfirm } from '../../ui/confirm.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { NewKey } from './new-key.js';
import { SecretAlert } from './secret-alert.js';

const colors = { usable: 'green', expired: 'gray', revoked: 'gray' } as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const format = useFormat();
  const ask = useConfirm();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const query = useQuery({
    queryKey: ['api-keys'],
    queryFn: () => read(api.GET('/api/v1/api-keys')),
  });
  const revoking = useMutation({
    mutationFn: (keyId: string) =>
      read(api.DELETE('/api/v1/api-keys/{keyId}', { params: { path: { keyId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const revoke = async (id: string, name: string): Promise<void> => {
    const question = {
      title: t('keys.revoke'),
      text: t('keys.revokeText', { name }),
      verb: t('keys.revoke'),
      dangerous: true,
    };
    if (await ask(question)) revoking.mutate(id);
  };
  return (
    <Page
      title={t('keys.title')}
      lead={
        <>
          {t('keys.lead')}{' '}
          <Anchor href="/api/docs" target="_blank" underline="always">
            {t('keys.docs')} {t('opensElsewhere')}
          </Anchor>
        </>
      }
      width={860}
    >
      {secret && <SecretAlert secret={secret} />}
      <ProblemAlert error={revoking.error} />
      <Section title={t('keys.list')}>
        <QueryView query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('keys.none')}</Text>
            ) : (
              <Stack gap="md">
                {items.map(({ id, name, prefix, scopes, status, lastUsedAt, expiresAt }) => (
                  <Group key={id} justify="space-between" gap="sm">
                    <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                      <Text fw={500} className="any-break">
                        {name} <Badge color={colors[status]}>{t(`keys.status.${status}`)}</Badge>
                      </Text>
                      <Text size="sm" c="dimmed" className="any-break">
                        {prefix}… ·{' '}
                        {scopes.map((scope) => t(`scope.${scope.replace('.', '-')}`)).join(', ')}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {lastUsedAt === null
                          ? t('keys.neverUsed')
                          : t('keys.lastUsed', { at: format.instant(lastUsedAt) })}
                        {expiresAt !== null &&
                          ` · ${t('keys.expires', { at: format.instant(expiresAt) })}`}
                      </Text>
                    </div>
                    {status === 'usable' && (
                      <Button
                        variant="default"
                        aria-label={`${t('keys.revoke')}: ${name}`}
                        onClick={() => void revoke(id, name)}
                      >
                        {t('keys.revoke')}
                      </Button>
                    )}
                  </Group>
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Section>
      <NewKey onSecret={setSecret} />
    </Page>
  );
};
