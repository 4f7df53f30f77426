import { Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { Section } from '../../../../ui/section.js';
import { useFormat } from '../../../../ui/use-format.js';
import type { OpenDraft } from '../use-draft.js';
import { insertAt } from './insert-at.js';
import { longLines } from './line-width.js';
import { MergeMenu } from './merge-menu.js';

const widths = ['0', '30', '35', '38'];

/** The plain-text body, which every mail has: a guide shows where lines get long. */
export const TextPart = ({
  open: { draft, keeper },
  fields,
}: {
  open: OpenDraft;
  fields: readonly FormField[];
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const area = useRef<HTMLTextAreaElement>(null);
  const [guide, setGuide] = useState('35');
  const change = (text: string): void => {
    keeper.change({ text });
  };
  const width = Number(guide);
  const long = width === 0 ? [] : longLines(draft.text, width);
  return (
    <Section
      title={t('content.text')}
      text={t('content.textHint')}
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label={t('content.guide')}
            value={guide}
            onChange={({ currentTarget }) => {
              setGuide(currentTarget.value);
            }}
            data={widths.map((value) => ({
              value,
              label: value === '0' ? t('content.noGuide') : t('content.guideAt', { width: value }),
            }))}
          />
          <MergeMenu
            fields={fields}
            label={t('content.text')}
            onChoose={(field) => {
              insertAt(area.current, field, change);
            }}
          />
        </>
      }
    >
      <div
        className="text-guide"
        style={width === 0 ? {} : { ['--guide' as string]: `${width * 2}ch` }}
      >
        <Textarea
          ref={area}
          aria-label={t('content.text')}
          autosize
          minRows={14}
          maxRows={40}
          value={draft.text}
          maxLength={200_000}
          spellCheck={false}
          onChange={({ currentTarget }) => {
            change(currentTarget.value);
          }}
          classNames={{ input: 'written-text' }}
        />
      </div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" className="numbers">
          {t('content.length', {
            characters: format.count(Array.from(draft.text).length),
            lines: format.count(draft.text.split('\n').length),
          })}
        </Text>
        {long.length > 0 && (
          <Text size="sm" role="status">
            {t('content.longLines', { lines: listed(long), width })}
          </Text>
        )}
      </Group>
    </Section>
  );
};

const listed = (lines: readonly number[]): string =>
  lines.length > 5 ? `${lines.slice(0, 5).join(', ')}…` : lines.join(', ');
