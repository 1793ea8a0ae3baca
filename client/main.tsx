import { createRoot } from 'react-dom/client';
import './look.css';
import './ui/ui.css';
import './partnerships/partnerships.css';
import './people/people.css';
import './documents/documents.css';
import { App } from './app.tsx';
import { rememberFirstPage } from './ui/PageHeading.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app');
rememberFirstPage(location.pathname);
createRoot(place).render(<App />);
