import { Alert, Anchor, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useEnter } from '../../api/session.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { SecondStep } from './second-step.js';

type Kind = 'member' | 'operator';

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly tenant: string;
}

const signIn = ({ email, password, tenant }: Credentials, kind: Kind) =>
  kind === 'operator'
    ? read(api.POST('/api/v1/operator/session', { body: { email, password } }))
    : read(api.POST('/api/v1/session', { body: { email, password, ...(tenant && { tenant }) } }));

/** Only ways into our own pages are followed after a sign-in. */
const wayOn = (next: string | null, kind: Kind): string => {
  const home = kind === 'operator' ? '/operator' : '/';
  return next?.startsWith('/') && !next.startsWith('//') ? next : home;
};

export const SignInForm = ({ kind }: { kind: Kind }): ReactNode => {
  const { t } = useTranslation('sign-in');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const enter = useEnter();
  const [asksTenant, setAsksTenant] = useState(false);
  const form = useForm({ initialValues: { email: '', password: '', tenant: '' } });
  const [needed, setNeeded] = useState<Schema<'SecondFactorNeededView'>>();
  const goOn = async (session: Schema<'SessionView'>): Promise<void> => {
    await enter(session);
    await navigate(wayOn(search.get('next'), kind), { replace: true });
  };
  const signingIn = useMutation({
    mutationFn: (credentials: Credentials) => signIn(credentials, kind),
    onSuccess: async (answer) => {
      if ('ticket' in answer) setNeeded(answer);
      else await goOn(answer);
    },
  });
  if (needed)
    return (
      <SecondStep
        needed={needed}
        onDone={goOn}
        onAgain={() => {
          setNeeded(undefined);
        }}
      />
    );
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        signingIn.mutate(values);
      })}
    >
      <title>{`${t(`${kind}.title`)} · ${t('ui:brand')}`}</title>
      <Stack>
        <Title order={1}>{t(`${kind}.title`)}</Title>
        {search.get('after') === 'leak' && (
          <Alert color="yellow" title={t('leak.title')}>
            {t('leak.text')}
          </Alert>
        )}
        <ProblemAlert error={signingIn.error} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        {kind === 'member' &&
          (asksTenant ? (
            <TextInput
              label={t('tenant')}
              description={t('tenantHint')}
              autoCapitalize="none"
              {...form.getInputProps('tenant')}
            />
          ) : (
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              onClick={() => {
                setAsksTenant(true);
              }}
            >
              {t('severalTenants')}
            </Anchor>
          ))}
        <Button type="submit" loading={signingIn.isPending} fullWidth>
          {t('submit')}
        </Button>
        {kind === 'member' && (
          <Anchor component={Link} to="/forgotten-password" size="sm">
            {t('forgotten')}
          </Anchor>
        )}
      </Stack>
    </form>
  );
};
