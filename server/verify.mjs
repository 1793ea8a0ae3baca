// `npm run verify -- record.json`: checks a record. It needs no server, no database and no network.
import { register } from 'tsx/esm/api';

register();
await import('./verifyCommand.ts');
