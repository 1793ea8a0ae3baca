import { join } from 'node:path';
import { openDb } from '../../../db/open.ts';
import type { SyncLimits } from '../../../server/sync/limits.ts';
import { startLiveServer } from './liveServer.ts';

const TICK_MS = 5;

/** A server in a process of its own, to be killed or pelted: the folder, the port and the limits are its words. */
const [folder = '', port = '0', limits = '{}'] = process.argv.slice(2);
const loaded = performance.now();
const server = await startLiveServer(openDb(join(folder, 'trialogue.db')), {
  port: Number(port),
  limits: JSON.parse(limits, (_key, value) =>
    value === 'no limit' ? Number.POSITIVE_INFINITY : value,
  ) as Partial<SyncLimits>,
});
process.send?.({ url: server.url, readyIn: performance.now() - loaded });
process.on('message', () => process.send?.({ memory: process.memoryUsage().rss, lag: takeLag() }));

let lag = 0;
let last = performance.now();
let lastCpu = process.cpuUsage();
setInterval(() => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(lastCpu);
  // On a machine that others use too, a late tick is this loop's own doing only as far as it was computing.
  lag = Math.max(lag, Math.min(now - last - TICK_MS, (user + system) / 1000));
  last = now;
  lastCpu = process.cpuUsage();
}, TICK_MS);

/** The longest time in ms that the loop was busy since this was asked last. */
function takeLag(): number {
  const longest = lag;
  lag = 0;
  return longest;
}
