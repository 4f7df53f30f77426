import { Box, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is known of a thing: names and values. */
export const Facts = ({
  items,
}: {
  items: readonly (readonly [name: string, value: ReactNode])[];
}): ReactNode => (
  <SimpleGrid component="dl" m={0} cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
    {items.map(([name, value]) => (
      <Box key={name} style={{ minWidth: 0 }}>
        <Text component="dt" size="sm" c="dimmed">
          {name}
        </Text>
        <Text component="dd" m={0} className="any-break">
          {value === null || value === '' ? '–' : value}
        </Text>
      </Box>
    ))}
  </SimpleGrid>
);
