import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Settled } from './settled.js';

interface PageProps {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Above the title: where this page belongs. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
  /** Widest width of the content. */
  readonly width?: number;
}

let first = true;

/** Title of the tab, heading, and focus: whoever reads by ear hears the new page's heading after a click. */
export const Page = ({
  title,
  lead,
  actions,
  above,
  children,
  width = 1200,
}: PageProps): ReactNode => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <Box maw={width} mx="auto">
      <title>{`${title} · ${t('brand')}`}</title>
      <Stack gap="lg">
        <Box>
          {above}
          <Group justify="space-between" align="flex-start" gap="sm">
            <Box style={{ flex: '1 1 16rem', minWidth: 0 }}>
              <Title order={1} ref={heading} tabIndex={-1} className="any-break">
                {title}
              </Title>
              {lead && (
                <Text c="dimmed" mt={4} component="div">
                  {lead}
                </Text>
              )}
            </Box>
            {actions && <Group gap="xs">{actions}</Group>}
          </Group>
        </Box>
        <Settled>
          <Stack gap="lg">{children}</Stack>
        </Settled>
      </Stack>
    </Box>
  );
};
