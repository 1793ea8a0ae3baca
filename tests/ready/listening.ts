import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const READY = /https?:\/\/[\w.:[\]]+:(\d+)/;

/** Waits for the line in which a server says where it is, and gives its port. Fails if it ends before it says so. */
export async function listening(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = READY.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume(); // go on draining, or a full pipe would stop the server
    return port;
  }
  throw new Error(`the server ended with ${child.exitCode} before it was listening`);
}
