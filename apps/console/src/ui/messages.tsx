import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Where `sayDone` and `sayFailed` show. The default export, fetched after the page. */
const Messages = (): ReactNode => <Notifications position="top-center" />;

export default Messages;
