import type { Classifier } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';

/** Background tasks of Celery, Dramatiq, RQ and relatives: work that the application does. */
export const tasks: Classifier = {
  id: 'tasks',
  look(input) {
    const queue = importOf(input, 'tasks');
    return input.facts.functions.flatMap((definition) => {
      const task = definition.decorators.find(
        ({ name, resolved }) =>
          isFrom(input.blueprint, 'tasks', resolved) ||
          (queue !== null && /(^|\.)(task|shared_task|actor|job)$/.test(name)),
      );
      return task ? [seen(input, 'task', `@${task.name} ${definition.name}`, task.line)] : [];
    });
  },
};
