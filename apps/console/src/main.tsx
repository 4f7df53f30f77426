import './ask-early.js';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { textsOfFrame } from './i18n/texts.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lost its #root');
await textsOfFrame;
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
