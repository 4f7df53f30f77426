import { Anchor, Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { useNewsletters } from '../../api/newsletters.js';
import { FileDrop } from '../../ui/file-drop.js';
import { saveFile } from '../../ui/files.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';

const sample =
  'address,consent_date,consent_source\r\nhanako@example.jp,2025-10-01,店頭の申込書\r\n';

/** Takes a CSV for one of the newsletters and leads to what was read in it. */
export const UploadSection = (): ReactNode => {
  const { t } = useTranslation('migration-lists');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const newsletters = useNewsletters();
  const [chosen, setChosen] = useState('');
  const uploading = useMutation({
    mutationFn: ({ file, newsletterId }: { file: File; newsletterId: string }) =>
      read(
        api.POST('/api/v1/newsletters/{newsletterId}/migration-lists', {
          params: { path: { newsletterId } },
          headers: { 'Content-Type': 'text/csv' },
          body: '',
          bodySerializer: () => file,
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['migration-lists'] });
      await navigate(`/migration-lists/${id}`);
    },
  });
  return (
    <Section
      title={t('upload.title')}
      text={t('upload.text')}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} />}
          onClick={() => {
            saveFile(new Blob(['\u{feff}', sample], { type: 'text/csv' }), 'sample.csv');
          }}
        >
          {t('upload.sample')}
        </Button>
      }
    >
      <ProblemAlert error={uploading.error} />
      <QueryView query={newsletters}>
        {(all) => {
          const open = all.filter(({ publishedForm }) => publishedForm !== null);
          const newsletterId = chosen || open[0]?.id;
          if (newsletterId === undefined)
            return (
              <Text>
                {t('upload.noForm')}{' '}
                <Anchor component={Link} to="/newsletters">
                  {t('upload.newsletters')}
                </Anchor>
              </Text>
            );
          return (
            <>
              <NativeSelect
                label={t('upload.newsletter')}
                maw={420}
                value={newsletterId}
                data={open.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={({ currentTarget }) => {
                  setChosen(currentTarget.value);
                }}
              />
              <FileDrop
                label={t('upload.file')}
                accept=".csv,text/csv"
                busy={uploading.isPending}
                onFile={(file) => {
                  uploading.mutate({ file, newsletterId });
                }}
              />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
};
