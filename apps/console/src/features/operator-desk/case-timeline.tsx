import { Text, Timeline } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { useCaseContext } from './use-case-context.js';

type CaseFile = Schema<'CaseFileView'>;

const measures = new Set(['suspend', 'resume', 'terminate-now', 'terminate-uncured']);

/** What happened around the case: to the case itself, to the campaign and to the contract, the oldest first. */
export const CaseTimeline = ({ file }: { file: CaseFile }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const { contract, campaign } = useCaseContext(file);
  const { openedAt, openedBy, detector, decidedAt, decidedBy, outcome } = file;
  const events = [
    {
      at: openedAt,
      title: t('happened.opened'),
      by: openedBy ?? t(detector === null ? 'happened.unknown' : 'happened.detector'),
    },
    ...(campaign.data?.history ?? []).map(({ at, event, actorKind }) => ({
      at,
      title: t(`campaignEvent.${event}`, { defaultValue: event }),
      by: t(`actorOf.${actorKind}`),
    })),
    ...(contract.data?.history ?? [])
      .filter(({ at, event }) => at >= openedAt && measures.has(event))
      .map(({ at, event, by }) => ({
        at,
        title: t(`contractEvent.${event}`),
        by: t(`actorOf.${by}`),
      })),
    ...(decidedAt === null || outcome === null
      ? []
      : [
          {
            at: decidedAt,
            title: t('happened.decided', { outcome: t(`outcomeOf.${outcome}`) }),
            by: decidedBy ?? t('happened.unknown'),
          },
        ]),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Section title={t('happenedTitle')}>
      <Timeline active={events.length} bulletSize={14} lineWidth={2}>
        {events.map(({ at, title, by }) => (
          <Timeline.Item key={at + title} title={title}>
            <Text size="sm" c="dimmed" className="numbers">
              {format.instant(at)} · {by}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
};
