import { Anchor, Checkbox, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFieldsOf, useNewsletters } from '../../../api/newsletters.js';
import { useSegments } from '../../../api/segments.js';
import { ConditionBuilder } from '../../../ui/condition/condition-builder.js';
import { fromWire, newQuestion, toWire } from '../../../ui/condition/condition.js';
import type { Group as Conditions } from '../../../ui/condition/condition.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { EmptyState } from '../../../ui/states.js';
import { AudienceCount } from './audience-count.js';
import type { OpenDraft } from './use-draft.js';

type Narrowing = 'everybody' | 'segment' | 'condition';

/** Whom it goes to: readers of newsletters, all of them or those who meet a condition. */
export const RecipientsStep = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { draft, keeper } = open;
  const newsletters = useNewsletters();
  return (
    <Stack>
      <Section title={t('recipients.newsletters')} text={t('recipients.newslettersText')}>
        <QueryView query={newsletters}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState
                icon={<IconMailPlus size={28} />}
                title={t('recipients.noNewsletter')}
                text={t('recipients.noNewsletterText')}
                action={
                  <Anchor component={Link} to="/newsletters">
                    {t('recipients.toNewsletters')}
                  </Anchor>
                }
              />
            ) : (
              <Checkbox.Group
                value={[...draft.newsletterIds]}
                onChange={(newsletterIds) => {
                  keeper.change({ newsletterIds });
                }}
                aria-label={t('recipients.newsletters')}
              >
                <Stack gap="sm">
                  {items.map(({ id, title, publishedForm }) => (
                    <Checkbox
                      key={id}
                      value={id}
                      label={title}
                      description={publishedForm === null ? t('recipients.noForm') : undefined}
                    />
                  ))}
                </Stack>
              </Checkbox.Group>
            )
          }
        </QueryView>
      </Section>
      <Narrowing open={open} />
      <AudienceCount
        target={{
          newsletterIds: draft.newsletterIds,
          segmentId: draft.segmentId,
          condition: draft.condition,
        }}
      />
    </Stack>
  );
};

const Narrowing = ({ open: { draft, keeper } }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const fields = useFieldsOf(draft.newsletterIds);
  const segments = useSegments();
  const [kind, setKind] = useState<Narrowing>(
    draft.segmentId ? 'segment' : draft.condition ? 'condition' : 'everybody',
  );
  const [group, setGroup] = useState<Conditions>(() => fromWire(draft.condition));
  const choose = (chosen: string): void => {
    const next =
      (['everybody', 'segment', 'condition'] as const).find((known) => known === chosen) ??
      'everybody';
    setKind(next);
    if (next === 'condition' && group.parts.length === 0)
      setGroup({ kind: 'all', parts: [newQuestion(fields)] });
    keeper.change({
      segmentId: null,
      condition: next === 'condition' ? (toWire(group, fields) ?? null) : null,
    });
  };
  const edit = (changed: Conditions): void => {
    setGroup(changed);
    const condition = toWire(changed, fields);
    if (condition !== undefined) keeper.change({ segmentId: null, condition });
  };
  return (
    <Section title={t('narrow.title')}>
      <Radio.Group value={kind} onChange={choose} aria-label={t('narrow.title')}>
        <Group gap="lg">
          <Radio value="everybody" label={t('narrow.everybody')} />
          <Radio value="segment" label={t('narrow.segment')} />
          <Radio value="condition" label={t('narrow.condition')} />
        </Group>
      </Radio.Group>
      {kind === 'segment' && (
        <Select
          label={t('narrow.segment')}
          placeholder={t('narrow.choose')}
          searchable
          nothingFoundMessage={t('narrow.noSegment')}
          data={(segments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.segmentId}
          onChange={(segmentId) => {
            keeper.change({ segmentId, condition: null });
          }}
          maw={480}
        />
      )}
      {kind === 'condition' && (
        <>
          <ConditionBuilder group={group} onChange={edit} fields={fields} />
          {toWire(group, fields) === undefined && (
            <Text size="sm" c="dimmed">
              {t('narrow.unfinished')}
            </Text>
          )}
        </>
      )}
    </Section>
  );
};
