import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { withoutWords } from './errors.ts';

const SECRETS = ['cookie', 'authorization', 'token', 'email', 'name', 'title', 'text', 'words', 'body'];

/**
 * The server's log: one line of JSON each. Errors lose their messages, which may quote what people wrote;
 * whatever is named like a secret or like words is struck out, should anyone ever log it.
 */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>, to?: DestinationStream): Logger {
  const options = {
    level: logLevel,
    serializers: { err: withoutWords, error: withoutWords },
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`]),
      censor: '[left out]',
    },
  };
  return to ? pino(options, to) : pino(options);
}
