import type { ReactNode } from 'react';

/** HTML that a tenant wrote: no scripts, no forms, no way out, and nothing fetched from elsewhere. */
export const MailFrame = ({ html, title }: { html: string; title: string }): ReactNode => (
  <iframe
    sandbox=""
    srcDoc={html}
    title={title}
    style={{
      width: '100%',
      height: '65vh',
      border: '1px solid var(--line)',
      borderRadius: 8,
      background: '#fff',
    }}
  />
);
