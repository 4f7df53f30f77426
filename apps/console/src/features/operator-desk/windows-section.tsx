import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';

type Window = Schema<'ContactWindowView'>;

export const WindowsSection = ({ windows }: { windows: readonly Window[] }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const textIn = useTextIn();
  const writes = useMay()('inquiries.write');
  return (
    <Section title={t('windows')} text={t('windowsText')}>
      {windows.map((window) => (
        <Stack key={window.name} gap="xs">
          <Group justify="space-between">
            <Text fw={600}>{textIn(window.title)}</Text>
            {writes && <ChangeWindow {...window} />}
          </Group>
          <Facts
            items={[
              [t('window.phone'), window.phone],
              [t('window.fax'), window.fax],
              [t('window.mail'), window.mailAddress],
              [t('window.url'), window.url],
            ]}
          />
        </Stack>
      ))}
    </Section>
  );
};

const ChangeWindow = ({ name, title, phone, fax, mailAddress, url }: Window): ReactNode => {
  const { t } = useTranslation('operator-desk');
  return (
    <ActionButton
      label={t('change')}
      fields={[
        { name: 'ja', label: t('window.ja'), initial: title.ja },
        { name: 'en', label: t('window.en'), initial: title.en },
        { name: 'phone', label: t('window.phone'), optional: true, initial: phone ?? '' },
        { name: 'fax', label: t('window.fax'), optional: true, initial: fax ?? '' },
        {
          name: 'mail',
          label: t('window.mail'),
          kind: 'email',
          optional: true,
          initial: mailAddress ?? '',
        },
        { name: 'url', label: t('window.url'), optional: true, initial: url ?? '' },
      ]}
      run={({ ja, en, mail, ...given }) =>
        read(
          api.PUT('/api/v1/operator/contact-windows/{name}', {
            params: { path: { name } },
            body: {
              title: { ja, en },
              phone: given.phone || null,
              fax: given.fax || null,
              mailAddress: mail || null,
              url: given.url || null,
            },
          }),
        )
      }
    />
  );
};
