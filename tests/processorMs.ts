/** The processor time of this process so far, in ms: what work costs, however busy the machine is with other things. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
