// `npm start`: installs what is missing, builds the pages when they changed, and serves in this very process,
// so that a signal (or a kill) reaches the server itself.
import { buildClient } from './build.mjs';
import { install } from './install.mjs';

install();
buildClient();
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
