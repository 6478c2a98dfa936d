import { goesOnFrom, readImage, type Copy, type Stage } from './image-file';
import type { ConfigEdit, MovedNames } from './kind';
import { installs, isTold, runs } from './unreachable';

const PYTHON = /\b(python|pip|pipenv|uv|poetry|pdm|hatch)[\d.]*\b/;

/**
 * A line for each place where an image gets packages below a folder that Python does not look in, if all that runs there finds them by it. Before, they were
 * in a folder where it looks by itself (https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPATH).
 * @param edits of the commands of the image
 */
export function imageSearchPath(text: string, edits: readonly ConfigEdit[], names: MovedNames): ConfigEdit[] {
  if (names.newSearchPath === null || names.mapSearchPath || installs(text, names) || isTold(text)) return [];
  const { stages, copies } = readImage(text);
  const places = copies.flatMap((copy) => placeOf(copy, names));
  const running = runs(text, edits, names).map(({ start }) => stageAt(stages, start));
  const asked = running.length > 0 ? running : PYTHON.test(text) ? stages.slice(-1) : [];
  const isCovered = (stage: Stage | null) => places.some(({ copy }) => goesOnFrom(stage, copy.stage));
  const isClear = places.every(({ folder }) => folder !== null && folder === places[0].folder);
  if (asked.length === 0 || !isClear || !asked.every(isCovered)) return [];
  return places
    .filter(({ copy }, at) => places.findLastIndex((other) => other.copy.stage === copy.stage) === at)
    .map(({ copy, folder }) => toldAt(copy, folder!, text));
}

/** Where packages lie that are copied with the whole project, or alone and with `src` above them; nothing if not so. */
function placeOf(copy: Copy, names: MovedNames): { copy: Copy; folder: string | null }[] {
  const { sources, target } = copy;
  const below = (folder: string | null) => [{ copy, folder: folder && `${folder}/${names.newSearchPath}` }];
  if (sources.some((source) => /^\.\/?$/.test(source))) return below(target);
  const name = target?.split('/').at(-1) ?? '';
  const isPackage =
    names.oldRoots.includes(name) && sources.some((source) => `/${source}/`.endsWith(`/${name}/`));
  return isPackage && names.reachesProject() ? below(target!.slice(0, -name.length - 1)) : [];
}

function stageAt(stages: readonly Stage[], at: number): Stage | null {
  return stages.findLast(({ start }) => start <= at) ?? null;
}

function toldAt({ end }: Copy, folder: string, text: string): ConfigEdit {
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const evidence = 'the packages are below another folder, which nothing installs';
  return { start: end, end, text: `${line}ENV PYTHONPATH=${folder}`, evidence };
}
