import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { Page } from '../../ui/page.js';
import { NoPermission } from '../../ui/states.js';
import { entryAt } from '../features.js';

/** The pages below an entry are for those who see the entry; to others they say so, and ask the server nothing. */
export const Permitted = ({
  area,
  children,
}: {
  area: 'tenant' | 'operator';
  children: ReactNode;
}): ReactNode => {
  const { pathname } = useLocation();
  const may = useMay();
  const textIn = useTextIn();
  const entry = entryAt(area, pathname);
  if (entry?.permission === undefined || may(entry.permission)) return children;
  return (
    <Page title={textIn(entry.label)}>
      <NoPermission />
    </Page>
  );
};
