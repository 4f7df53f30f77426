import { Anchor, List, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useChangeDelivery } from './use-change-delivery.js';

/** What becomes of mails that do not arrive: what the terms settle, and what the tenant may choose. @clause W17.5 */
export const BouncePolicySection = (): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const { query, saving, disabled } = useChangeDelivery();
  return (
    <Section title={t('bounces.title')} text={t('bounces.text')}>
      <List size="sm" spacing={4}>
        <List.Item>{t('bounces.strikes')}</List.Item>
        <List.Item>{t('bounces.noStrike')}</List.Item>
        <List.Item>{t('bounces.complaint')}</List.Item>
        <List.Item>{t('bounces.gate')}</List.Item>
      </List>
      <Anchor component={Link} to="/bounces" size="sm" style={{ alignSelf: 'flex-start' }}>
        {t('bounces.look')}
      </Anchor>
      <ProblemAlert error={saving.error} />
      <QueryView query={query}>
        {({ value: { afterCrash } }) => (
          <Radio.Group
            label={t('bounces.unknown')}
            description={t('bounces.unknownText')}
            value={afterCrash}
            onChange={(chosen) => {
              saving.mutate({ afterCrash: chosen === 'retry' ? 'retry' : 'hold' });
            }}
          >
            <Stack gap="xs" mt="sm">
              {(['hold', 'retry'] as const).map((choice) => (
                <Radio
                  key={choice}
                  value={choice}
                  label={t(`bounces.unknownOf.${choice}`)}
                  description={t(`bounces.unknownDoes.${choice}`)}
                  disabled={disabled}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </QueryView>
    </Section>
  );
};
