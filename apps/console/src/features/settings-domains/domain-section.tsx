import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useConfirm } from '../../ui/confirm.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { RecordList } from './record-list.js';
import { WarmUp } from './warm-up.js';

/** One domain: its records to copy, what the DNS says to each, and looking again. */
export const DomainSection = ({ domain }: { domain: Schema<'SendingDomainView'> }): ReactNode => {
  const { t } = useTranslation('settings-domains');
  const format = useFormat();
  const may = useMay();
  const ask = useConfirm();
  const queries = useQueryClient();
  const at = { params: { path: { domainId: domain.id } } };
  const onSuccess = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: ['settings', 'domains'] });
  const checking = useMutation({
    mutationFn: () => read(api.POST('/api/v1/settings/domains/{domainId}/check', at)),
    onSuccess: async ({ status }) => {
      sayDone(t(`checked.${status}`));
      await onSuccess();
    },
  });
  const rotating = useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/settings/domains/{domainId}/rotate', { ...at, body: {} })),
    onSuccess,
  });
  const removing = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/settings/domains/{domainId}', at)),
    onSuccess,
  });
  const rotate = async (): Promise<void> => {
    const question = { title: t('rotate'), text: t('rotateText'), verb: t('rotate') };
    if (await ask(question)) rotating.mutate();
  };
  const remove = async (): Promise<void> => {
    const question = {
      title: t('remove'),
      text: t('removeText', { domain: domain.domain }),
      verb: t('remove'),
      dangerous: true,
    };
    if (await ask(question)) removing.mutate();
  };
  return (
    <Section
      title={domain.domain}
      text={
        domain.checkedAt === null
          ? t('neverChecked')
          : t('checkedAt', { at: format.instant(domain.checkedAt) })
      }
      actions={
        <Badge size="lg" color={domain.status === 'verified' ? 'green' : 'yellow'}>
          {t(`status.${domain.status}`)}
        </Badge>
      }
    >
      <ProblemAlert error={checking.error ?? rotating.error ?? removing.error} />
      <RecordList records={domain.records} findings={domain.lastCheck?.findings ?? []} />
      {domain.lastCheck && (
        <Text size="sm">
          {t('dmarc', {
            organization: domain.lastCheck.dmarc.organization,
            policy: domain.lastCheck.dmarc.policy ?? t('noPolicy'),
          })}
        </Text>
      )}
      <WarmUp domainId={domain.id} />
      {may('settings.write') && (
        <Group gap="sm">
          <Button
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={checking.isPending}
            onClick={() => {
              checking.mutate();
            }}
          >
            {t('check')}
          </Button>
          <Button variant="default" loading={rotating.isPending} onClick={() => void rotate()}>
            {t('rotate')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            loading={removing.isPending}
            onClick={() => void remove()}
          >
            {t('remove')}
          </Button>
        </Group>
      )}
    </Section>
  );
};
