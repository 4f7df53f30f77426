import {
  Button,
  FileButton,
  Group,
  Image,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPhoto, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../../api/client.js';
import type { Schema } from '../../../../api/client.js';
import { ProblemAlert } from '../../../../ui/problem-text.js';
import { QueryView } from '../../../../ui/query-view.js';

type Picture = Schema<'ImageView'>;

interface ImagePickerProps {
  readonly onChoose: (picture: Picture) => void;
}

/** Pictures that we serve ourselves: one is chosen or added, and is put where the cursor was. */
export const ImagePicker = ({ onChoose }: ImagePickerProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const [opened, { open, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['images'],
    queryFn: async () =>
      (await read(api.GET('/api/v1/images', { params: { query: { limit: 60 } } }))).items,
    enabled: opened,
  });
  const choose = (picture: Picture): void => {
    onChoose(picture);
    close();
  };
  const adding = useMutation({
    mutationFn: (file: File) =>
      read(
        api.POST('/api/v1/images', {
          params: { query: { name: file.name } },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as Blob,
          headers: { 'Content-Type': file.type },
        }),
      ),
    onSuccess: async (picture) => {
      await queries.invalidateQueries({ queryKey: ['images'] });
      choose(picture);
    },
  });
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconPhoto size={16} />} onClick={open}>
        {t('image.insert')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('image.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack>
          <ProblemAlert error={adding.error} />
          <Group>
            <FileButton
              accept="image/png,image/jpeg,image/gif,image/webp"
              onChange={(file) => {
                if (file) adding.mutate(file);
              }}
            >
              {(props) => (
                <Button
                  {...props}
                  leftSection={<IconUpload size={18} />}
                  loading={adding.isPending}
                >
                  {t('image.add')}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {t('image.limits')}
            </Text>
          </Group>
          <QueryView query={query}>
            {(pictures) =>
              pictures.length === 0 ? (
                <Text c="dimmed">{t('image.none')}</Text>
              ) : (
                <SimpleGrid cols={{ base: 2, sm: 4 }}>
                  {pictures.map((picture) => (
                    <UnstyledButton
                      key={picture.id}
                      onClick={() => {
                        choose(picture);
                      }}
                      aria-label={picture.name}
                    >
                      <Image
                        src={new URL(picture.url, window.location.origin).pathname}
                        alt=""
                        h={110}
                        fit="contain"
                        bg="var(--paper)"
                        radius="sm"
                      />
                      <Text size="xs" truncate>
                        {picture.name}
                      </Text>
                    </UnstyledButton>
                  ))}
                </SimpleGrid>
              )
            }
          </QueryView>
        </Stack>
      </Modal>
    </>
  );
};
