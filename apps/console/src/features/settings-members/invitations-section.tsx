import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey, read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { asRole, roles } from './roles.js';
import type { Role } from './roles.js';

/** Who was asked to join and has not answered yet, and asking somebody. */
export const InvitationsSection = (): ReactNode => {
  const { t } = useTranslation('settings-members');
  const format = useFormat();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['invitations'],
    queryFn: () => read(api.GET('/api/v1/invitations')),
  });
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['invitations'] });
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: '', role: 'editor' },
  });
  const inviting = useMutation({
    mutationFn: (body: { email: string; role: Role }) =>
      read(
        api.POST('/api/v1/invitations', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body,
        }),
      ),
    onSuccess: async () => {
      form.reset();
      sayDone(t('invite.done'));
      await renew();
    },
  });
  const withdrawing = useMutation({
    mutationFn: (invitationId: string) =>
      read(
        api.DELETE('/api/v1/invitations/{invitationId}', { params: { path: { invitationId } } }),
      ),
    onSuccess: renew,
  });
  return (
    <Section title={t('invite.title')} text={t('invite.text')}>
      <ProblemAlert error={inviting.error ?? withdrawing.error} />
      <form
        onSubmit={form.onSubmit((values) => {
          inviting.mutate(values);
        })}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            label={t('invite.email')}
            autoComplete="off"
            required
            withAsterisk={false}
            style={{ flex: '1 1 14rem' }}
            {...form.getInputProps('email')}
          />
          <NativeSelect
            label={t('invite.role')}
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={form.values.role}
            onChange={({ currentTarget }) => {
              form.setFieldValue('role', asRole(currentTarget.value));
            }}
          />
          <Button type="submit" variant="light" loading={inviting.isPending}>
            {t('invite.verb')}
          </Button>
        </Group>
      </form>
      <QueryView query={query}>
        {({ items }) =>
          items.map(({ id, email, role, expiresAt }) => (
            <Group key={id} justify="space-between" gap="sm">
              <div style={{ minWidth: 0 }}>
                <Text className="any-break">{email}</Text>
                <Text size="sm" c="dimmed">
                  {t(`role.${role}`)} · {t('invite.until', { at: format.instant(expiresAt) })}
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('invite.withdraw')}: ${email}`}
                onClick={() => {
                  withdrawing.mutate(id);
                }}
              >
                {t('invite.withdraw')}
              </Button>
            </Group>
          ))
        }
      </QueryView>
    </Section>
  );
};
