import { Text, Timeline } from '@mantine/core';
import {
  IconArrowsExchange,
  IconCalendarEvent,
  IconCircleCheck,
  IconFlag,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTextIn } from '../../i18n/language.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import type { Contract } from './contract.js';

type Entry = Contract['timeline'][number];

const icons: Record<Entry['kind'], typeof IconFlag> = {
  applied: IconCircleCheck,
  'start-notified': IconCalendarEvent,
  'service-start': IconPlayerPlay,
  'notice-cut-off': IconHourglass,
  'minimum-term-end': IconFlag,
  renewal: IconRefresh,
  suspended: IconPlayerPause,
  resumed: IconPlayerPlay,
  'course-change': IconArrowsExchange,
  end: IconFlag,
  'data-erased-by': IconTrash,
};

/** What happened and what comes, day by day; what lies ahead stands on a dashed line. */
export const TimelineSection = ({ entries }: { entries: readonly Entry[] }): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const textIn = useTextIn();
  const last = entries.findLastIndex(({ tense }) => tense !== 'future');
  return (
    <Section title={t('timeline.title')} text={t('timeline.text')}>
      <Timeline active={last} bulletSize={30} lineWidth={2}>
        {entries.map(({ on, kind, tense, texts }) => {
          const Icon = icons[kind];
          return (
            <Timeline.Item
              key={`${on} ${kind}`}
              bullet={<Icon size={16} aria-hidden />}
              lineVariant={tense === 'future' ? 'dashed' : 'solid'}
            >
              <Text fw={tense === 'today' ? 700 : 500}>{textIn(texts)}</Text>
              <Text size="sm" c="dimmed" className="numbers">
                {format.day(on)}
                {tense === 'today' && ` · ${t('timeline.today')}`}
              </Text>
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Section>
  );
};
