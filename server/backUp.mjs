// `npm run backup`: copies the database while the server runs. `npm run backup -- /some/file.db` says where to.
import { register } from 'tsx/esm/api';

register();
await import('./backUpCommand.ts');
