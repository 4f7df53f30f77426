import { Anchor, Badge, Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read, readVersion } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import { Facts } from '../../ui/facts.js';
import { MailFrame } from '../../ui/mail-frame.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { ChangesSection } from './changes-section.js';
import { DraftSection } from './draft-section.js';
import { isPublic } from './version.js';
import type { VersionText } from './version.js';
import { VersionVerbs } from './version-verbs.js';

const pageStyle = '<style>body{margin:24px;font:16px/1.8 sans-serif;color:#222}</style>';

/** One version: written as a draft, looked at by a second person, published, and then only read. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const textIn = useTextIn();
  const { slug = '', number = '' } = useParams();
  const at = { params: { path: { slug, number: Number(number) } } };
  const document = useQuery({
    queryKey: ['operator', 'terms', slug],
    queryFn: () => read(api.GET('/api/v1/operator/terms/{slug}', { params: { path: { slug } } })),
  });
  const query = useQuery({
    queryKey: ['operator', 'terms', slug, number],
    queryFn: () => readVersion(api.GET('/api/v1/operator/terms/{slug}/versions/{number}', at)),
  });
  const title = document.data ? textIn(document.data.title) : t('title');
  const version = query.data?.value;
  return (
    <Page
      title={version ? t('of', { title, number: version.number }) : t('title')}
      width={1100}
      above={
        <Anchor component={Link} to={`/operator/terms/${slug}`} size="sm">
          {title}
        </Anchor>
      }
      actions={version && <VersionVerbs slug={slug} version={version} />}
    >
      <QueryView query={query}>
        {({ value, etag }) => (
          <>
            <StateSection slug={slug} version={value} />
            {value.state === 'draft' && (
              <DraftSection key={etag} slug={slug} version={value} etag={etag} />
            )}
            <Section title={t('fullText')} text={value.fullText === null && t('asSaved')}>
              <MailFrame html={`${pageStyle}${value.html}`} title={t('fullText')} />
            </Section>
            {value.number > 1 && <ChangesSection slug={slug} number={value.number} etag={etag} />}
          </>
        )}
      </QueryView>
    </Page>
  );
};

const StateSection = ({ slug, version }: { slug: string; version: VersionText }): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const format = useFormat();
  const { number, state, summary, impact, effectiveOn, publishedAt, hash } = version;
  return (
    <Section
      title={t('state')}
      text={summary}
      actions={<Badge size="lg">{t(`stateOf.${state}`)}</Badge>}
    >
      <Facts
        items={[
          [t('text.impact'), t(`impactOf.${impact}`)],
          [t('effectiveOn'), effectiveOn && format.day(effectiveOn)],
          [t('publishedAt'), publishedAt && format.instant(publishedAt)],
          [t('hash'), hash && <Code>{hash}</Code>],
        ]}
      />
      {isPublic(version) && (
        <Anchor href={`/terms/${slug}/versions/${number}`} target="_blank" rel="noopener" size="sm">
          {t('publicPage')}
        </Anchor>
      )}
    </Section>
  );
};
