import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, repository } from '../../scripts/lib/scratch.mjs';

/** Run a script of ours in a fresh process and read the figures that it prints. */
export function ours(script, args, input = '') {
  return figures(process.execPath, [join(repository, 'bench/ours', script), ...args], input);
}

/** Run a script of a peer in a fresh process of a Python, by default the one that has the peers. */
export function peer(script, input, python = peerPython()) {
  return figures(python, [join(repository, 'bench/peers', script)], JSON.stringify(input));
}

export function figures(command, args, input) {
  const options = { input, encoding: 'utf8', maxBuffer: 1 << 28, cwd: repository };
  const { stdout, stderr, status } = spawnSync(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(' ').slice(0, 300)} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

/** A virtual environment with the peers at pinned versions, made again when they change. */
export function peerPython() {
  const venv = join(repository, 'tmp/bench-peers');
  const python = join(venv, 'bin/python');
  const wanted = join(repository, 'bench/peers/requirements.txt');
  const installed = join(venv, 'requirements.txt');
  if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(wanted))) {
    must('python3', ['-m', 'venv', venv], repository);
    must(python, ['-m', 'pip', 'install', '-q', '-r', wanted], repository);
    copyFileSync(wanted, installed);
  }
  return python;
}

/**
 * The best figures of some rounds, all sides in each round: what else runs on the machine only ever adds.
 * @param sides functions that give numbers by name
 */
export function interleaved(sides, rounds) {
  const best = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(sides)) {
      const measured = run();
      best[name] ??= { ...measured };
      for (const [key, value] of Object.entries(measured))
        if (typeof value === 'number') best[name][key] = Math.min(best[name][key], value);
    }
  return best;
}

/** A line of the table: a ratio that should be at least the goal, and may have a stretch. */
export function atLeast(what, ratio, goal, stretch) {
  return {
    what,
    measured: `${ratio.toFixed(1)} ×`,
    goal: `≥ ${goal} ×`,
    ...verdict(ratio >= goal, stretch && ratio >= stretch, stretch),
  };
}

/** A line of the table: a figure that should be at most the goal. */
export function atMost(what, value, goal, unit) {
  return {
    what,
    measured: `${value.toFixed(0)} ${unit}`,
    goal: `≤ ${goal} ${unit}`,
    ...verdict(value <= goal),
  };
}

function verdict(met, stretched, stretch) {
  return { met: met ? (stretched ? `yes, and ${stretch} ×` : 'yes') : 'no' };
}
