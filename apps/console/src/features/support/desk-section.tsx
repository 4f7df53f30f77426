import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import { Facts } from '../../ui/facts.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const isReachable = ({ phone, fax, mailAddress, url }: Schema<'ContactWindowView'>): boolean =>
  Boolean(phone ?? fax ?? mailAddress ?? url);

/** The contact windows, and whether somebody answers now. @clause W23.1 */
export const DeskSection = (): ReactNode => {
  const { t } = useTranslation('support');
  const format = useFormat();
  const textIn = useTextIn();
  const query = useQuery({
    queryKey: ['desk'],
    queryFn: () => read(api.GET('/api/v1/contact')),
  });
  return (
    <Section title={t('windows')} text={t('hours')}>
      <QueryView query={query}>
        {({ windows, isOpen, opensAt, closingDays, supportAddress, noticeAddress }) => (
          <>
            <Text fw={600}>
              {t(isOpen ? 'open' : 'closed')}{' '}
              {!isOpen && opensAt !== null && t('opensAt', { at: format.instant(opensAt) })}
            </Text>
            <Facts
              items={(
                [
                  [t('supportAddress'), supportAddress],
                  [t('noticeAddress'), noticeAddress],
                ] as const
              ).map(([label, address]) => [
                label,
                <Anchor key={address} href={`mailto:${address}`} className="any-break">
                  {address}
                </Anchor>,
              ])}
            />
            <Text size="sm" c="dimmed">
              {t('addressesText')}
            </Text>
            {windows.filter(isReachable).map(({ name, title, phone, fax, mailAddress, url }) => (
              <div key={name}>
                <Text fw={600} mb={4}>
                  {textIn(title)}
                </Text>
                <Facts
                  items={(
                    [
                      [t('phone'), phone],
                      [t('fax'), fax],
                      [
                        t('mail'),
                        mailAddress && (
                          <Anchor href={`mailto:${mailAddress}`}>{mailAddress}</Anchor>
                        ),
                      ],
                      [
                        t('url'),
                        url && (
                          <Anchor href={url} target="_blank" rel="noopener">
                            {url}
                          </Anchor>
                        ),
                      ],
                    ] satisfies [string, ReactNode][]
                  ).filter(([, value]) => value !== null)}
                />
              </div>
            ))}
            {closingDays.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('closingDays', {
                  days: closingDays
                    .map(({ day, name }) => `${format.shortDay(day)} ${name}`)
                    .join(', '),
                })}
              </Text>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
};
