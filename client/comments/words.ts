import { threadsWords } from '../../shared/messages/en/threads.ts';
import { addWords } from '../words.ts';

addWords({ threads: threadsWords });

export { sayWhen, t } from '../words.ts';
