import '@mantine/core/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askForSession } from './api/session.js';
import { App } from './app/app.js';
import { startTexts } from './i18n/texts.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lost its #root');
askForSession();
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
