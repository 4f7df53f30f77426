import {
  Button,
  Center,
  Group,
  Loader,
  Skeleton,
  Stack,
  Text,
  ThemeIcon,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconAlertTriangle, IconInbox, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { useTextOfError } from './problem-text.js';

/** While the shell itself is on its way. */
export const WholePageLoading = (): ReactNode => (
  <Center mih="60vh" role="status">
    <Loader type="dots" aria-hidden />
  </Center>
);

/** While a page's data are on their way: grey lines in the place of what comes, so that nothing jumps. */
export const LoadingLines = ({ lines = 6 }: { lines?: number }): ReactNode => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} height={i === 0 ? 28 : 18} width={i % 3 === 2 ? '70%' : '100%'} />
      ))}
    </Stack>
  );
};

interface StateProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** Nothing here yet: says why, and what to do next. */
export const EmptyState = ({
  title,
  text,
  action,
  icon = <IconInbox size={28} />,
}: StateProps): ReactNode => (
  <Stack align="center" gap="sm" py="xl" px="md" ta="center">
    <ThemeIcon variant="light" size={56} radius="xl" aria-hidden>
      {icon}
    </ThemeIcon>
    <Title order={2} fz="lg">
      {title}
    </Title>
    {text && (
      <Text c="dimmed" maw={460}>
        {text}
      </Text>
    )}
    {action && <Group mt="xs">{action}</Group>}
  </Stack>
);

export const NoPermission = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('noPermission.title')}
      text={t('noPermission.text')}
      icon={<IconLock size={28} />}
    />
  );
};

/** What went wrong in words, with a way to try again. A refusal for lack of rights looks like one. */
export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }): ReactNode => {
  const { t } = useTranslation();
  const textOf = useTextOfError();
  if (error instanceof ApiProblem && error.status === 403) return <NoPermission />;
  return (
    <div role="alert">
      <EmptyState
        title={t('error.title')}
        text={textOf(error)}
        icon={<IconAlertTriangle size={28} />}
        action={
          retry && (
            <Button variant="light" onClick={retry}>
              {t('action.retry')}
            </Button>
          )
        }
      />
    </div>
  );
};
