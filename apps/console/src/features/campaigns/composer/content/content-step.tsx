import { Anchor, Checkbox, Grid, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDeliverySettings } from '../../../../api/delivery-settings.js';
import { useFieldsOf } from '../../../../api/newsletters.js';
import { Section } from '../../../../ui/section.js';
import type { OpenDraft } from '../use-draft.js';
import { HtmlPart } from './html-part.js';
import { MergeMenu } from './merge-menu.js';
import { PreviewPanel } from './preview-panel.js';
import { TextPart } from './text-part.js';
import { insertAt } from './insert-at.js';

type Written = 'subject' | 'preheader';

/** What the mail says, beside how it arrives. */
export const ContentStep = ({ open }: { open: OpenDraft }): ReactNode => {
  const { draft } = open;
  const fields = useFieldsOf(draft.newsletterIds);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack>
          <Envelope open={open} fields={fields} />
          {draft.format === 'blocks' ? (
            // The text is made from the blocks, so they come first.
            <>
              <HtmlPart open={open} fields={fields} />
              <TextPart open={open} fields={fields} />
            </>
          ) : (
            <>
              <TextPart open={open} fields={fields} />
              <HtmlPart open={open} fields={fields} />
            </>
          )}
          <Category open={open} />
          <Extras open={open} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <PreviewPanel open={open} />
      </Grid.Col>
    </Grid>
  );
};

const Envelope = ({
  open: { draft, keeper },
  fields,
}: {
  open: OpenDraft;
  fields: ReturnType<typeof useFieldsOf>;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  return (
    <Section title={t('content.envelope')}>
      <Line
        name="subject"
        label={t('content.subject')}
        description={t('content.subjectHint')}
        value={draft.subject}
        max={200}
        fields={fields}
        onChange={(subject) => {
          keeper.change({ subject });
        }}
      />
      <Line
        name="preheader"
        label={t('content.preheader')}
        description={t('content.preheaderHint')}
        value={draft.preheader}
        max={300}
        fields={fields}
        onChange={(preheader) => {
          keeper.change({ preheader });
        }}
      />
    </Section>
  );
};

interface LineProps {
  readonly name: Written;
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly max: number;
  readonly fields: ReturnType<typeof useFieldsOf>;
  readonly onChange: (value: string) => void;
}

const Line = ({ name, label, description, value, max, fields, onChange }: LineProps): ReactNode => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        ref={input}
        name={name}
        label={label}
        description={description}
        value={value}
        maxLength={max}
        autoComplete="off"
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
        style={{ flex: 1, minWidth: 0 }}
      />
      <MergeMenu
        fields={fields}
        compact
        label={label}
        onChoose={(field) => {
          insertAt(input.current, field, onChange);
        }}
      />
    </Group>
  );
};

/** What the mail is about, as far as the terms ask. @clause W12A-7 */
const Category = ({ open: { draft, keeper } }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  return (
    <Section title={t('category.title')}>
      <Radio.Group
        aria-label={t('category.title')}
        value={draft.category}
        onChange={(chosen) => {
          keeper.change({ category: chosen === 'election' ? 'election' : 'general' });
        }}
      >
        <Stack gap="sm">
          <Radio value="general" label={t('category.general')} />
          <Radio
            value="election"
            label={t('category.election')}
            description={t('category.electionText')}
          />
        </Stack>
      </Radio.Group>
    </Section>
  );
};

const Extras = ({ open: { draft, keeper } }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const settings = useDeliverySettings();
  const counts = settings.data?.value.tracking ?? true;
  return (
    <Section title={t('content.extras')}>
      <Checkbox
        label={t('content.tracking')}
        description={
          counts ? (
            t('content.trackingHint')
          ) : (
            <>
              {t('content.trackingOff')}{' '}
              <Anchor component={Link} to="/settings/sender" size="xs" underline="always">
                {t('content.toSettings')}
              </Anchor>
            </>
          )
        }
        checked={counts && draft.tracking}
        disabled={!counts}
        onChange={({ currentTarget }) => {
          keeper.change({ tracking: currentTarget.checked });
        }}
      />
      <Checkbox
        label={t('content.ownFooter')}
        description={t('content.ownFooterHint')}
        checked={draft.ownFooter}
        onChange={({ currentTarget }) => {
          keeper.change({ ownFooter: currentTarget.checked });
        }}
      />
      <Text size="sm" c="dimmed">
        {t('content.footerNote')}
      </Text>
    </Section>
  );
};
