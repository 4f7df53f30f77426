import {
  Alert,
  Anchor,
  Button,
  Group,
  Loader,
  MultiSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { useFieldsOf } from '../../api/newsletters.js';
import type { Newsletter } from '../../api/newsletters.js';
import { useAudienceCount } from '../../api/segments.js';
import type { Segment } from '../../api/segments.js';
import { useMay } from '../../api/session.js';
import { ConditionBuilder } from '../../ui/condition/condition-builder.js';
import { fromWire, newQuestion, toWire } from '../../ui/condition/condition.js';
import { useConfirmDeletion } from '../../ui/confirm.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert, useTextOfError } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { Writable } from '../../ui/writable.js';

interface SegmentFormProps {
  readonly stored: { readonly value: Segment; readonly etag: string } | undefined;
  readonly newsletters: readonly Newsletter[];
}

/** A condition under a name, with how many people meet it now. */
export const SegmentForm = ({ stored, newsletters }: SegmentFormProps): ReactNode => {
  const { t } = useTranslation('segments');
  const may = useMay();
  const isSure = useConfirmDeletion('segments');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const fields = useFieldsOf(newsletters.map(({ id }) => id));
  const [name, setName] = useState(stored?.value.name ?? '');
  const [group, setGroup] = useState(() =>
    stored
      ? fromWire(stored.value.condition)
      : { kind: 'all' as const, parts: [newQuestion(fields)] },
  );
  const condition = toWire(group, fields);
  const done = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['segments'] });
    sayDone(t('saved'));
    await navigate('/segments');
  };
  const saving = useMutation({
    mutationFn: () => {
      const body = { name, condition: condition ?? {} };
      if (!stored) return read(api.POST('/api/v1/segments', { body }));
      const params = { path: { segmentId: stored.value.id }, header: { 'If-Match': stored.etag } };
      return read(api.PUT('/api/v1/segments/{segmentId}', { params, body }));
    },
    onSuccess: done,
  });
  const deleting = useMutation({
    mutationFn: () =>
      read(
        api.DELETE('/api/v1/segments/{segmentId}', {
          params: { path: { segmentId: stored?.value.id ?? '' } },
        }),
      ),
    onSuccess: async () => {
      await navigate('/segments');
      await queries.invalidateQueries({ queryKey: ['segments'] });
    },
  });
  const remove = async (): Promise<void> => {
    if (await isSure()) deleting.mutate();
  };
  return (
    <Page
      title={stored?.value.name ?? t('new')}
      width={900}
      above={
        <Anchor component={Link} to="/segments" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      <ProblemAlert error={saving.error ?? deleting.error} />
      <Writable permission="campaigns.write">
        <Section title={t('conditions')} text={t('conditionsText')}>
          <TextInput
            label={t('name')}
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
            maw={420}
          />
          <ConditionBuilder group={group} onChange={setGroup} fields={fields} />
        </Section>
      </Writable>
      <LiveCount condition={condition} newsletters={newsletters} />
      {may('campaigns.write') && (
        <Group justify="space-between">
          <Button
            disabled={name.trim() === '' || !condition}
            loading={saving.isPending}
            onClick={() => {
              saving.mutate();
            }}
          >
            {t('action.save')}
          </Button>
          {stored && (
            <Button
              variant="subtle"
              color="red"
              loading={deleting.isPending}
              onClick={() => void remove()}
            >
              {t('delete.verb')}
            </Button>
          )}
        </Group>
      )}
    </Page>
  );
};

const LiveCount = ({
  condition,
  newsletters,
}: {
  condition: Record<string, unknown> | null | undefined;
  newsletters: readonly Newsletter[];
}): ReactNode => {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const textOf = useTextOfError();
  const [chosen, setChosen] = useState(() => newsletters.map(({ id }) => id));
  const [settled] = useDebouncedValue(
    JSON.stringify(condition === undefined ? null : { newsletterIds: chosen, condition }),
    400,
  );
  const target = (JSON.parse(settled) ?? undefined) as Parameters<typeof useAudienceCount>[0];
  const query = useAudienceCount(target);
  return (
    <Alert color={query.isError ? 'red' : 'ai'} icon={<IconUsers size={20} />} role="status">
      <Stack gap="sm">
        <Group gap="sm" mih={28}>
          {condition === undefined && <Text>{t('count.unfinished')}</Text>}
          {condition !== undefined && query.isError && <Text>{textOf(query.error)}</Text>}
          {condition !== undefined && query.data && chosen.length > 0 && (
            <Text>
              {t('count.now')}{' '}
              <Text span fw={700} fz="lg" className="numbers">
                {format.people(query.data.count)}
              </Text>
            </Text>
          )}
          {query.isFetching && <Loader size="xs" aria-label={t('loading')} />}
        </Group>
        {newsletters.length > 1 && (
          <MultiSelect
            size="xs"
            label={t('count.of')}
            data={newsletters.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Stack>
    </Alert>
  );
};
