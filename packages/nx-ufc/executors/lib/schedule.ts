/**
 * Run jobs after what they depend on, at most `parallel` at once, and yield each as it ends. A job whose dependency
 * did not succeed is skipped.
 * @param ids in the order that ties are broken by
 * @param dependencies ids of each job's dependencies; those that are no job here are taken as done
 */
export async function* schedule<Result>(
  ids: readonly string[],
  dependencies: (id: string) => readonly string[],
  parallel: number,
  run: (id: string) => Promise<{ success: boolean; result: Result }>,
  skip: (id: string, because: string) => Result,
): AsyncGenerator<{ id: string; result: Result }> {
  const waiting = new Set(ids);
  const failed = new Set<string>();
  const running = new Map<string, Promise<{ id: string; success: boolean; result: Result }>>();
  while (waiting.size > 0 || running.size > 0) {
    let progressed = false;
    for (const id of [...waiting]) {
      const because = dependencies(id).find((dependency) => failed.has(dependency));
      if (because !== undefined) {
        waiting.delete(id);
        failed.add(id);
        progressed = true;
        yield { id, result: skip(id, because) };
      } else if (running.size < parallel && isReady(id, dependencies, waiting, running)) {
        waiting.delete(id);
        progressed = true;
        running.set(
          id,
          run(id).then((outcome) => ({ id, ...outcome })),
        );
      }
    }
    if (running.size > 0) {
      const ended = await Promise.race(running.values());
      running.delete(ended.id);
      if (!ended.success) failed.add(ended.id);
      yield { id: ended.id, result: ended.result };
    } else if (!progressed && waiting.size > 0) {
      throw new Error(`Tasks depend on one another in a circle: ${[...waiting].join(', ')}`);
    }
  }
}

function isReady(
  id: string,
  dependencies: (id: string) => readonly string[],
  waiting: ReadonlySet<string>,
  running: ReadonlyMap<string, unknown>,
): boolean {
  return dependencies(id).every((dependency) => !waiting.has(dependency) && !running.has(dependency));
}
