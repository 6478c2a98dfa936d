/**
 * Loaded into a process before its program (`node --require`): counts the calls of the file system that concern a folder, and
 * ends the process by SIGKILL at one of them, a write half-way through.
 *
 *   KILL_ROOT    the folder; what lies in node_modules and .nx is not counted
 *   KILL_KINDS   `writes` counts what changes something, anything else counts reads too
 *   KILL_AT      number of the call that is the last; 0 for none
 *   KILL_PAUSE   a file: stand still at that call until it is there, instead of ending
 *   KILL_REPORT  file that gets the number of calls when the process ends by itself, or `paused` while it stands still
 */
const fs = require('node:fs');
const { resolve, sep } = require('node:path');

const { KILL_ROOT, KILL_KINDS, KILL_PAUSE, KILL_REPORT } = process.env;
const at = Number(process.env.KILL_AT ?? 0);
const WRITES = [
  'writeFileSync', 'writeSync', 'appendFileSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'linkSync',
  'symlinkSync', 'chmodSync', 'copyFileSync', 'fsyncSync', 'ftruncateSync',
]; // prettier-ignore
const READS = [
  'readFileSync',
  'readSync',
  'statSync',
  'lstatSync',
  'existsSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
];
const real = Object.fromEntries(
  [...WRITES, ...READS, 'openSync', 'closeSync'].map((name) => [name, fs[name]]),
);
const opened = new Set();
let calls = 0;

const outside = new RegExp(`[\\\\/](node_modules|\\.nx)([\\\\/]|$)`);
function concerns(path) {
  if (typeof path === 'number') return opened.has(path);
  const absolute = resolve(String(path));
  return absolute.startsWith(KILL_ROOT + sep) && !outside.test(absolute.slice(KILL_ROOT.length));
}

function reached(name, args) {
  if (++calls !== at) return;
  if (KILL_PAUSE) {
    real.writeFileSync(KILL_REPORT, 'paused');
    const clock = new Int32Array(new SharedArrayBuffer(4));
    while (!real.existsSync(KILL_PAUSE)) Atomics.wait(clock, 0, 0, 50);
    return;
  }
  if (name === 'writeFileSync' && args[1]?.length > 1)
    real.writeFileSync(args[0], args[1].slice(0, args[1].length >> 1));
  process.kill(process.pid, 'SIGKILL');
}

function watch(name, counts) {
  fs[name] = Object.assign(function (...args) {
    const counted = concerns(args[0]);
    if (counted && counts(args)) reached(name, args);
    const result = real[name].apply(fs, args);
    if (counted && name === 'openSync') opened.add(result);
    if (name === 'closeSync') opened.delete(args[0]);
    return result;
  }, real[name]);
}

const all = KILL_KINDS !== 'writes';
for (const name of WRITES) watch(name, () => true);
if (all) for (const name of READS) watch(name, () => true);
watch('openSync', ([, flags]) => all || (flags !== undefined && flags !== 'r'));
watch('closeSync', () => all);
process.on('exit', () => {
  if (KILL_REPORT && calls > 0) real.writeFileSync(KILL_REPORT, String(calls));
});
