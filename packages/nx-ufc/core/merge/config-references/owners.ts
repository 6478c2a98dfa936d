import { RUNNER } from './runners';

/** What begins a line or stands before a word that is `user:group`, or the name and tag of an image, and no `module:attribute`. */
const LINE = /^(USER|FROM|chown|chgrp|setfacl|setpriv|gosu|su-exec)$/;
const BEFORE =
  /^(--chown|--user|--owner|--group|-u|-o|-g|user:?|owner:?|uid|gid|chown|image:?|--tag|-t|--from|--cache-from)$/;
const KEY = /(^|[\s"'_-])(user|owner|group|image|tag)["']?\s*[:=]\s*["']?$/;

/**
 * Is a word an owner of files, a user or an image by its place in a command: `chown app:app`, `--user app:app`, `image: app:dev`?
 * @param isPair whether it has a colon: without one only `--chown=app` is certain
 */
export function isOwner(
  { previous, line }: { previous: string; line: readonly string[] },
  isPair: boolean,
): boolean {
  if (!isPair) return /^--(chown|owner|group)$/.test(previous);
  const last = line.findLastIndex((word) => LINE.test(word));
  return BEFORE.test(previous) || last > line.findLastIndex((word) => RUNNER.test(word));
}

/** The same of a value of configuration, by what stands right before it. */
export function isOwnerKey(before: string): boolean {
  return KEY.test(before);
}
