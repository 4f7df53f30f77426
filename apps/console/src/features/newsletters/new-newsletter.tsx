import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';

interface Values {
  readonly title: string;
  readonly slug: string;
  readonly locale: 'ja' | 'en';
}

export const NewNewsletter = (): ReactNode => {
  const { t } = useTranslation('newsletters');
  const [opened, { open, close }] = useDisclosure(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm<Values>({ initialValues: { title: '', slug: '', locale: 'ja' } });
  const creating = useMutation({
    mutationFn: (body: Values) => read(api.POST('/api/v1/newsletters', { body })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['newsletters'] });
      await navigate(`/newsletters/${id}/form`);
    },
  });
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={open}>
        {t('new.verb')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('new.title')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <form
          onSubmit={form.onSubmit((values) => {
            creating.mutate(values);
          })}
        >
          <Stack>
            <ProblemAlert error={creating.error} />
            <TextInput
              label={t('field.title')}
              placeholder={t('new.titleExample')}
              maxLength={100}
              required
              data-autofocus
              {...form.getInputProps('title')}
            />
            <TextInput
              label={t('field.slug')}
              description={t('new.slugText')}
              placeholder="weekly"
              pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
              maxLength={40}
              autoCapitalize="none"
              required
              {...form.getInputProps('slug')}
            />
            <div>
              <Text size="sm" fw={500} mb={4} id="newsletter-locale">
                {t('field.locale')}
              </Text>
              <SegmentedControl
                aria-labelledby="newsletter-locale"
                data={[
                  { value: 'ja', label: '日本語' },
                  { value: 'en', label: 'English' },
                ]}
                {...form.getInputProps('locale')}
              />
            </div>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={creating.isPending}>
                {t('new.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
};
