import type { Classifier } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';

/** What a scheduler finds: DAGs of Airflow, definitions of Dagster. */
const PIPELINE = /^(airflow(\.\w+)*\.DAG|dagster\.Definitions)$/;

/** Background tasks of Celery, Dramatiq, RQ and relatives, flows and assets of pipelines: work that the application does. */
export const tasks: Classifier = {
  id: 'tasks',
  look(input) {
    const queue = importOf(input, 'tasks');
    const pipelines = input.facts.calls
      .filter(({ resolved }) => PIPELINE.test(resolved ?? ''))
      .map(({ callee, line }) => seen(input, 'task', `${callee}()`, line));
    const functions = input.facts.functions.flatMap((definition) => {
      const task = definition.decorators.find(
        ({ name, resolved }) =>
          isFrom(input.blueprint, 'tasks', resolved) ||
          (queue !== null && /(^|\.)(task|shared_task|actor|job)$/.test(name)),
      );
      return task ? [seen(input, 'task', `@${task.name} ${definition.name}`, task.line)] : [];
    });
    return [...functions, ...pipelines];
  },
};
