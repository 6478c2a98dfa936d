/** What the comparisons with CPython share: which Python, and which files. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Take `name value` out of the arguments; null when it is not there. */
export function takeOption(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? null : (args.splice(at, 2)[1] ?? null);
}

/** The chosen interpreter, or the newest one of this machine: its command, version and standard library. */
export function pythonInterpreter(chosen) {
  const command = chosen ?? newestPython();
  const code =
    'import sys, sysconfig; print("%d.%d" % sys.version_info[:2]); print(sysconfig.get_path("stdlib"))';
  const { stdout } = spawnSync(command, ['-c', code], { encoding: 'utf8' });
  if (!stdout) throw new Error(`${command} cannot be run; name an interpreter with --python`);
  const [version, library] = stdout.trim().split('\n');
  return { command, version, minor: Number(version.split('.')[1]), library };
}

function newestPython() {
  const found = ['python3.14', 'python3.13', 'python3.12'].find(
    (name) => spawnSync(name, ['-c', '']).status === 0,
  );
  if (found) return found;
  try {
    const versions = join(homedir(), '.pyenv', 'versions');
    const newest = readdirSync(versions)
      .filter((name) => /^3\.\d+\.\d+$/.test(name))
      .sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]))[0];
    return newest ? join(versions, newest, 'bin', 'python3') : 'python3';
  } catch {
    return 'python3';
  }
}

/** All `.py` files below the folders, or of the standard library without its site-packages; sorted. */
export function pythonFiles(folders, library) {
  const given = folders.length > 0;
  return (given ? folders : [library]).flatMap((folder) => [...walk(resolve(folder), given)]).sort();
}

function* walk(folder, withPackages) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (withPackages || entry.name !== 'site-packages') yield* walk(path, withPackages);
    } else if (entry.name.endsWith('.py')) yield path;
  }
}
