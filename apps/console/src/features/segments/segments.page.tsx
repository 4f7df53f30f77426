import { Anchor, Box, Button, Paper } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSegments } from '../../api/segments.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('segments');
  const may = useMay();
  const query = useSegments();
  const button = may('campaigns.write') && (
    <Button component={Link} to="/segments/new" leftSection={<IconPlus size={18} />}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <QueryView query={query}>
        {(items) => (
          <Paper p={0} style={{ overflow: 'hidden' }}>
            {items.length === 0 && (
              <EmptyState
                icon={<IconFilter size={28} />}
                title={t('empty')}
                text={t('emptyText')}
                action={button}
              />
            )}
            <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map(({ id, name }) => (
                <Box
                  component="li"
                  key={id}
                  px="lg"
                  py="md"
                  style={{ borderTop: '1px solid var(--line)', marginTop: -1 }}
                >
                  <Anchor
                    component={Link}
                    to={`/segments/${id}`}
                    fw={600}
                    c="inherit"
                    className="any-break"
                  >
                    {name}
                  </Anchor>
                </Box>
              ))}
            </Box>
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
