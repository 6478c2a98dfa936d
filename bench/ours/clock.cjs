/** Processor time from now on, in seconds: of all threads, and of the main thread, which is what one waits for. */
const { readFileSync } = require('node:fs');

function startClock() {
  const wall = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const main = mainThread();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const all = (user + system) / 1e6;
    const end = mainThread();
    return {
      cpu: all,
      main: main === null ? all : end - main,
      seconds: Number(process.hrtime.bigint() - wall) / 1e9,
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
  };
}

/** Seconds that the main thread was on a processor; null where the system does not say (https://docs.kernel.org/scheduler/sched-stats.html). */
function mainThread() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
  } catch {
    return null;
  }
}

module.exports = { startClock };
