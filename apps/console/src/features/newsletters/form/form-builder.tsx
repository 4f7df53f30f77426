import { Anchor, Box, Button, Grid, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconWorldUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, read, readVersion } from '../../../api/client.js';
import type { Newsletter } from '../../../api/newsletters.js';
import { useMay } from '../../../api/session.js';
import { useConfirm } from '../../../ui/confirm.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-text.js';
import { sayDone } from '../../../ui/say.js';
import { Section } from '../../../ui/section.js';
import { Writable } from '../../../ui/writable.js';
import { FieldsEditor } from './fields-editor.js';
import { FormPreview } from './form-preview.js';
import type { FormContent } from './form-content.js';
import { TextsInputs } from './texts-inputs.js';

interface FormBuilderProps {
  readonly newsletter: Newsletter;
  readonly first: FormContent;
  readonly firstEtag: string | undefined;
}

/** The draft of the sign-up form beside how it will look. */
export const FormBuilder = ({ newsletter, first, firstEtag }: FormBuilderProps): ReactNode => {
  const { t } = useTranslation('newsletters');
  const { id, title, publishedForm } = newsletter;
  const may = useMay();
  const ask = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [content, setContent] = useState(first);
  const [etag, setEtag] = useState(firstEtag);
  const path = { newsletterId: id };
  const save = async (): Promise<void> => {
    const header = etag === undefined ? {} : { 'If-Match': etag };
    const saved = await readVersion(
      api.PUT('/api/v1/newsletters/{newsletterId}/form/draft', {
        params: { path, header },
        body: content,
      }),
    );
    setEtag(saved.etag);
  };
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      sayDone(t('saved'));
    },
  });
  const publishing = useMutation({
    mutationFn: async () => {
      await save();
      await read(api.POST('/api/v1/newsletters/{newsletterId}/form/publish', { params: { path } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['newsletters'] });
      sayDone(t('form.published'));
      await navigate(`/newsletters/${id}`);
    },
  });
  const publish = async (): Promise<void> => {
    const text = t(publishedForm === null ? 'form.publishFirst' : 'form.publishAgain');
    if (await ask({ title: t('form.publishTitle'), text, verb: t('form.publish') }))
      publishing.mutate();
  };
  const set = (part: Partial<FormContent>): void => {
    setContent({ ...content, ...part });
  };
  return (
    <Page
      title={t('form.of', { title })}
      above={
        <Anchor component={Link} to={`/newsletters/${id}`} size="sm">
          {title}
        </Anchor>
      }
      actions={
        may('newsletters.write') && (
          <>
            <Button
              variant="default"
              loading={saving.isPending}
              onClick={() => {
                saving.mutate();
              }}
            >
              {t('form.save')}
            </Button>
            <Button
              leftSection={<IconWorldUpload size={18} />}
              loading={publishing.isPending}
              onClick={() => void publish()}
            >
              {t('form.publish')}
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={saving.error ?? publishing.error} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack>
            <Writable permission="newsletters.write">
              <Section title={t('form.intro')}>
                <TextsInputs
                  label={t('form.intro')}
                  value={content.intro}
                  onChange={(intro) => {
                    set({ intro });
                  }}
                />
              </Section>
              <Section title={t('form.fields')} text={t('form.fieldsText')}>
                <FieldsEditor
                  fields={content.fields}
                  onChange={(fields) => {
                    set({ fields });
                  }}
                />
              </Section>
              <Section title={t('form.notice')} text={t('form.noticeText')}>
                <TextsInputs
                  label={t('form.notice')}
                  value={content.notice}
                  onChange={(notice) => {
                    set({ notice });
                  }}
                />
              </Section>
              <Section title={t('form.consent')} text={t('form.consentText')}>
                <TextsInputs
                  label={t('form.consent')}
                  value={content.consent}
                  onChange={(consent) => {
                    set({ consent });
                  }}
                />
              </Section>
              <Section title={t('form.welcome')} text={t('form.welcomeText')}>
                <TextsInputs
                  label={t('form.welcome')}
                  value={content.welcome ?? { ja: '', en: '' }}
                  onChange={(welcome) => {
                    set({ welcome });
                  }}
                />
              </Section>
            </Writable>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Box style={{ position: 'sticky', top: 'calc(56px + 1rem)' }}>
            <FormPreview title={title} content={content} />
          </Box>
        </Grid.Col>
      </Grid>
    </Page>
  );
};
