import { Anchor, List, Text, ThemeIcon, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaigns } from '../../api/campaigns.js';
import { api, read } from '../../api/client.js';
import { useNewsletters } from '../../api/newsletters.js';
import { useMay } from '../../api/session.js';
import { Section } from '../../ui/section.js';

/** Sender → form → first campaign, in this order, until all is done. */
export const FirstSteps = (): ReactNode => {
  const { t } = useTranslation('home');
  const may = useMay();
  const sender = useQuery({
    queryKey: ['settings', 'sender', 'home'],
    queryFn: () => read(api.GET('/api/v1/settings/sender')),
    enabled: may('settings.read'),
  });
  const newsletters = useNewsletters();
  const campaigns = useCampaigns();
  if (!newsletters.data || !campaigns.data || (may('settings.read') && !sender.data)) return null;
  const form = newsletters.data.find(({ publishedForm }) => publishedForm !== null);
  const first = newsletters.data[0];
  const steps = [
    {
      name: 'sender',
      done: !may('settings.read') || (sender.data?.legal ?? null) !== null,
      to: '/settings/sender',
    },
    {
      name: 'form',
      done: form !== undefined,
      to: first ? `/newsletters/${first.id}/form` : '/newsletters',
    },
    {
      name: 'campaign',
      done: campaigns.data.pages.some(({ items }) =>
        items.some(({ status }) => status !== 'draft'),
      ),
      to: '/campaigns',
    },
  ];
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <Section title={t('steps.title')} text={t('steps.text')}>
      <List listStyleType="none" withPadding={false} spacing="md">
        {steps.map((step, i) => (
          <List.Item
            key={step.name}
            icon={
              <ThemeIcon
                variant={step === next ? 'filled' : 'light'}
                color={step.done ? 'green' : 'ai'}
                radius="xl"
                aria-hidden
              >
                {step.done ? <IconCheck size={16} /> : <IconCircle size={16} />}
              </ThemeIcon>
            }
          >
            <VisuallyHidden>{t(step.done ? 'steps.done' : 'steps.open')}</VisuallyHidden>
            <Text fw={step === next ? 700 : 400} c={step.done ? 'dimmed' : 'inherit'}>
              {step === next ? (
                <Anchor component={Link} to={step.to}>
                  {i + 1}. {t(`step.${step.name}`)}
                </Anchor>
              ) : (
                `${i + 1}. ${t(`step.${step.name}`)}`
              )}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`stepText.${step.name}`)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
