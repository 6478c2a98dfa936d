import type { Policy } from '../blueprint/types';
import type { FileStatus } from './types';

/** Everything that a decision needs, as hashes; null where there is no such text. */
export interface Hashes {
  /** What was generated last. */
  base: string | null;
  /** What the template says today; null when it is gone. */
  now: string | null;
  /** What the person has. */
  file: string | null;
  policy: Policy;
  /** Null for a file that the lock does not know. */
  state: FileStatus | null;
}

export type Verdict =
  | 'nothing'
  /** There is no such file, and never was. */
  | 'create'
  /** It says what the template says: the base moves. */
  | 'settle'
  /** As it was generated, and the template moved on. */
  | 'update'
  /** Both changed it. */
  | 'merge'
  /** Both changed it, and nobody but the person may write it. */
  | 'propose'
  /** A person's file where a template wants to be. */
  | 'keep'
  /** A person deleted it. */
  | 'stays-deleted'
  /** The template is gone, and the file as it was generated. */
  | 'delete'
  /** The template is gone, and the file is the person's now. */
  | 'release';

/** What sync does with one file. The table in docs/sync.md is this function. */
export function decide(hashes: Hashes): Verdict {
  const { base, now, file, policy, state } = hashes;
  if (now === null) return withoutTemplate(hashes);
  if (state === null) return file === null ? 'create' : file === now ? 'settle' : 'keep';
  if (state === 'yours') return file === null ? 'stays-deleted' : file === now ? 'settle' : 'nothing';
  if (state === 'deleted' && file !== null) return file === now ? 'settle' : 'keep';
  if (file === null) return state === 'deleted' && base === now ? 'nothing' : 'stays-deleted';
  if (base === now) return state === 'pending' ? 'settle' : 'nothing';
  if (file === now) return 'settle';
  if (policy === 'once') return 'nothing';
  if (file === base) return 'update';
  return policy === 'protected' ? 'propose' : 'merge';
}

function withoutTemplate({ base, file, policy }: Hashes): Verdict {
  return file !== null && file === base && policy !== 'once' ? 'delete' : 'release';
}
