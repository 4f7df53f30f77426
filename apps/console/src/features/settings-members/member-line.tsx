import { Badge, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay, useSession } from '../../api/session.js';
import { useConfirm } from '../../ui/confirm.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { asRole, roles } from './roles.js';
import type { Role } from './roles.js';

/** One person, their role, and what owners can do about them. */
export const MemberLine = ({ member }: { member: Schema<'MemberView'> }): ReactNode => {
  const { t } = useTranslation('settings-members');
  const may = useMay();
  const session = useSession();
  const ask = useConfirm();
  const queries = useQueryClient();
  const { id, name, email, role } = member;
  const at = { params: { path: { memberId: id } } };
  const onSuccess = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['members'] });
    sayDone(t('saved'));
  };
  const changing = useMutation({
    mutationFn: (next: Role) =>
      read(api.PATCH('/api/v1/members/{memberId}', { ...at, body: { role: next } })),
    onSuccess,
  });
  const resetting = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/members/{memberId}/second-factor', at)),
    onSuccess,
  });
  const removing = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/members/{memberId}', at)),
    onSuccess,
  });
  const sure = (key: 'remove' | 'reset') =>
    ask({ title: t(key), text: t(`${key}Text`, { name }), verb: t(key), dangerous: true });
  const self = session.id === id;
  return (
    <div>
      <ProblemAlert error={changing.error ?? resetting.error ?? removing.error} />
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Text fw={500} className="any-break">
            {name} {self && <Badge>{t('you')}</Badge>}
          </Text>
          <Text size="sm" c="dimmed" className="any-break">
            {email}
          </Text>
        </div>
        {may('members.write') && !self ? (
          <Group gap="xs">
            <NativeSelect
              aria-label={t('roleOf', { name })}
              value={role}
              disabled={changing.isPending}
              onChange={({ currentTarget }) => {
                changing.mutate(asRole(currentTarget.value));
              }}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            <Button
              variant="default"
              aria-label={`${t('reset')}: ${name}`}
              loading={resetting.isPending}
              onClick={() => void sure('reset').then((yes) => yes && resetting.mutate())}
            >
              {t('reset')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              aria-label={`${t('remove')}: ${name}`}
              loading={removing.isPending}
              onClick={() => void sure('remove').then((yes) => yes && removing.mutate())}
            >
              {t('remove')}
            </Button>
          </Group>
        ) : (
          <Badge color="gray" size="lg">
            {t(`role.${role}`)}
          </Badge>
        )}
      </Group>
    </div>
  );
};
