/** A part of a Dockerfile that begins with FROM (https://docs.docker.com/build/building/multi-stage). */
export interface Stage {
  start: number;
  /** The one that it goes on from. */
  base: Stage | null;
  /** What relative paths begin at; null where the text does not say. */
  workdir: string | null;
}

/** What is copied into an image from its context. */
export interface Copy {
  sources: readonly string[];
  /** The place, absolute; null where the text does not say. */
  target: string | null;
  stage: Stage;
  /** Offset of the end of its last line. */
  end: number;
}

/** The stages of a Dockerfile and what they copy, in their order. */
export function readImage(text: string): { stages: Stage[]; copies: Copy[] } {
  const named = new Map<string, Stage>();
  const stages: Stage[] = [];
  const copies: Copy[] = [];
  for (const { keyword, words, start, end } of instructions(text)) {
    const stage = stages.at(-1);
    if (keyword === 'FROM') {
      const base = named.get(words[0]?.toLowerCase()) ?? null;
      const made = { start, base, workdir: base?.workdir ?? null };
      if (words.length === 3) named.set(words[2].toLowerCase(), made);
      stages.push(made);
    } else if (!stage || words.length === 0) continue;
    else if (keyword === 'WORKDIR') stage.workdir = absolute(words[0], stage.workdir);
    else if (words.length > 1)
      copies.push({
        sources: words.slice(0, -1),
        target: absolute(words.at(-1)!, stage.workdir),
        stage,
        end,
      });
  }
  return { stages, copies };
}

/** Has a stage what another one has, since it is that one or goes on from it? */
export function goesOnFrom(stage: Stage | null, other: Stage): boolean {
  for (let at = stage; at; at = at.base) if (at === other) return true;
  return false;
}

interface Instruction {
  keyword: string;
  /** Its words without options; none of what is copied from another stage or image. */
  words: string[];
  start: number;
  end: number;
}

/** An instruction with the lines that it goes on in (https://docs.docker.com/reference/dockerfile/#escape). */
const INSTRUCTION = /^[ \t]*(FROM|WORKDIR|COPY|ADD)[ \t]+((?:[^\\\r\n]|\\(?:\r?\n|.))*)/gim;

function* instructions(text: string): Generator<Instruction> {
  for (const { 0: whole, 1: keyword, 2: rest, index } of text.matchAll(INSTRUCTION)) {
    const words = wordsOf(rest.replace(/\\\r?\n/g, ' '));
    const isFromStage = words.some((word) => word.startsWith('--from'));
    yield {
      keyword: keyword.toUpperCase(),
      words: isFromStage ? [] : words.filter((word) => !word.startsWith('--')),
      start: index,
      end: index + whole.length,
    };
  }
}

/** Words in brackets are quoted. */
function wordsOf(rest: string): string[] {
  const listed = /\[(.*)\]\s*$/s.exec(rest);
  const words = listed ? [...listed[1].matchAll(/"([^"]*)"/g)].map(([, word]) => word) : rest.split(/\s+/);
  return words.map((word) => word.replace(/^["']|["']$/g, '')).filter((word) => word !== '');
}

/** Variables are left to the engine, which knows them in `ENV`, too; but for those that begin a path nothing tells where it begins. */
function absolute(path: string, workdir: string | null): string | null {
  const folder = path.replace(/^\.(\/|$)/, '').replace(/\/+$/, '');
  if (path.startsWith('/')) return folder;
  if (workdir === null || /^\$|^\.\./.test(folder)) return null;
  return folder === '' ? workdir : `${workdir}/${folder}`;
}
