import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { AccountButton } from './account-button.js';

const AccountDropdown = lazy(() => import('./account-dropdown.js'));

/** The button of the account; its menu, with all that menus need, is fetched when somebody first asks for it. */
export const AccountMenu = ({ area }: { area: 'tenant' | 'operator' }): ReactNode => {
  const [wanted, setWanted] = useState(false);
  const button = (
    <AccountButton
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => {
        setWanted(true);
      }}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountDropdown area={area} />
    </Suspense>
  );
};
