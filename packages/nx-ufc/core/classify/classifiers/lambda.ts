import type { Classifier } from '../sighting';
import { seen } from '../sighting';

/** Functions of AWS Lambda: what an event calls (https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html). */
export const lambda: Classifier = {
  id: 'lambda',
  look(input) {
    return input.facts.functions
      .filter(({ name, parameters, class: owner }) => {
        const [event, context, ...more] = parameters.map((parameter) => parameter.name);
        return (
          owner < 0 &&
          /(^|_)handler$/.test(name) &&
          /(^|_)event$/.test(event ?? '') &&
          /^_*(context)?$/.test(context ?? '-') &&
          more.length === 0
        );
      })
      .map(({ name, defLine }) => seen(input, 'event-handler', `function of Lambda ${name}`, defLine));
  },
};
