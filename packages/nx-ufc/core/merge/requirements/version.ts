/**
 * The place of a version in the order of PEP 440, as numbers that compare one by one: epoch, pre-release, post-release,
 * development release, and last the side: just before the version, or just behind it and its local versions.
 */
export interface VersionKey {
  epoch: number;
  release: readonly number[];
  pre: number;
  post: number;
  dev: number;
  side: -1 | 1;
}

export interface Version {
  key: VersionKey;
  isPre: boolean;
  isPost: boolean;
}

const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:([-_.]?dev)[-_.]?(\d*))?$/i;
const RANKS: Record<string, number> = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };
/** Room for the number of a pre-release beside its letter. */
const PRE_STEP = 1e9;

/** A public version (PEP 440); null for what is none, local versions among it. */
export function readVersion(text: string): Version | null {
  const match = VERSION.exec(text.trim());
  if (!match) return null;
  const [, epoch, release, letter, pre, implicitPost, post, devMark, dev] = match;
  const isPost = implicitPost !== undefined || post !== undefined;
  const postNumber = Number(implicitPost ?? post ?? 0);
  const preRank = letter ? RANKS[letter.toLowerCase()] * PRE_STEP + Number(pre) : Infinity;
  return {
    key: {
      epoch: Number(epoch ?? 0),
      release: release.split('.').map(Number),
      pre: !letter && !isPost && devMark !== undefined ? -Infinity : preRank,
      post: isPost ? postNumber : -1,
      dev: devMark !== undefined ? Number(dev) : Infinity,
      side: -1,
    },
    isPre: letter !== undefined || devMark !== undefined,
    isPost,
  };
}

/** A release with nothing before or behind it: `1.2` → the place of `1.2.dev0`, the first version of it. */
export function startOfRelease(epoch: number, release: readonly number[]): VersionKey {
  return { epoch, release, pre: -Infinity, post: -1, dev: 0, side: -1 };
}

export function compareKeys(a: VersionKey, b: VersionKey): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  for (let i = 0; i < Math.max(a.release.length, b.release.length); i++) {
    const difference = (a.release[i] ?? 0) - (b.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  for (const part of ['pre', 'post', 'dev', 'side'] as const) {
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  }
  return 0;
}
