import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay, useSession } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

type Document = Schema<'DocumentView'>;
type Version = Schema<'VersionView'>;
type Acceptance = Schema<'AcceptanceView'>;

interface DocumentSectionProps {
  readonly document: Document;
  readonly acceptances: readonly Acceptance[];
}

/** One document: the version that binds, and the announcement of the next one. @clause W3.3 */
export const DocumentSection = ({ document, acceptances }: DocumentSectionProps): ReactNode => {
  const { t } = useTranslation('terms');
  const textIn = useTextIn();
  const { kind, title, versions, inForce, upcoming } = document;
  const current = versions.find(({ number }) => number === inForce);
  const next = versions.find(({ number }) => number === upcoming);
  const given = { document, acceptances };
  return (
    <Section title={textIn(title)} actions={<Badge color="gray">{t(`kind.${kind}`)}</Badge>}>
      {next && <Upcoming {...given} version={next} />}
      {current && <InForce {...given} version={current} />}
    </Section>
  );
};

interface VersionProps extends DocumentSectionProps {
  readonly version: Version;
}

const Upcoming = (props: VersionProps): ReactNode => {
  const { t } = useTranslation('terms');
  const format = useFormat();
  const { number, summary, impact, isMaterial, effectiveOn } = props.version;
  const page = pageOf(props);
  return (
    <Alert
      color={impact === 'adverse' ? 'yellow' : 'ai'}
      icon={<IconCalendarEvent size={20} />}
      title={t('upcoming.title', { number, day: effectiveOn ? format.day(effectiveOn) : '–' })}
    >
      <Stack gap="xs">
        <Text style={{ whiteSpace: 'pre-line' }}>{summary}</Text>
        <Text size="sm">
          {isMaterial && `${t('upcoming.material')} `}
          {t(`impact.${impact}`)}
        </Text>
        <Group gap="md">
          <Elsewhere href={page} text={t('read')} />
          <Elsewhere href={`${page}/changes`} text={t('changes')} />
          <Elsewhere href={`${page}/changes.pdf`} text={t('pdf')} />
        </Group>
        <Accept {...props} />
      </Stack>
    </Alert>
  );
};

const InForce = (props: VersionProps): ReactNode => {
  const { t } = useTranslation('terms');
  const format = useFormat();
  const { number, effectiveOn } = props.version;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text fw={600}>{t('inForce', { number })}</Text>
        {effectiveOn && (
          <Text size="sm" c="dimmed">
            {t('since', { day: format.day(effectiveOn) })}
          </Text>
        )}
        <Elsewhere href={pageOf(props)} text={t('read')} />
      </div>
      <Accept {...props} />
    </Group>
  );
};

const pageOf = ({ document: { slug }, version: { number } }: VersionProps): string =>
  `/terms/${slug}/versions/${number}`;

const Elsewhere = ({ href, text }: { href: string; text: string }): ReactNode => (
  <Anchor href={href} target="_blank" rel="noopener" size="sm">
    {text}
  </Anchor>
);

/** The verb, or when the signed-in member said yes. */
const Accept = ({ document, version: { number }, acceptances }: VersionProps): ReactNode => {
  const { t } = useTranslation('terms');
  const format = useFormat();
  const textIn = useTextIn();
  const may = useMay();
  const { kind, id } = useSession();
  const said = acceptances.find(
    (acceptance) =>
      acceptance.slug === document.slug &&
      acceptance.number === number &&
      acceptance.how === 'explicit' &&
      acceptance.memberId === id,
  );
  if (said) return <Text size="sm">{t('acceptedAt', { at: format.instant(said.at) })}</Text>;
  if (kind !== 'member' || !may('settings.write')) return null;
  return (
    <div>
      <ActionButton
        label={t('accept', { number })}
        text={t('acceptText', { title: textIn(document.title), number })}
        done={t('accepted')}
        run={() =>
          read(
            api.POST('/api/v1/terms/{slug}/versions/{number}/accept', {
              params: { path: { slug: document.slug, number } },
            }),
          )
        }
      />
    </div>
  );
};
