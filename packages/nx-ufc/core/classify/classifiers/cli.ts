import type { Classifier, Sighting } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';

/** Typer, Click, commands of Django, and modules that run as a program. */
export const cli: Classifier = {
  id: 'cli',
  look(input) {
    const { facts, blueprint, info } = input;
    const sightings: Sighting[] = [];
    const framework = importOf(input, 'cli');
    const isBot = !framework && importOf(input, 'bot') !== null;
    if (framework) sightings.push(seen(input, 'cli-import', `imports ${framework.name}`, framework.line));
    for (const call of facts.calls) {
      if (call.resolved === 'typer.Typer') sightings.push(seen(input, 'cli-app', 'typer.Typer()', call.line));
    }
    for (const definition of facts.classes)
      if (
        definition.bases.some(({ resolved }) => /^django\.core\.management\..*Command$/.test(resolved ?? ''))
      )
        sightings.push(seen(input, 'cli-app', `command ${definition.name}`, definition.defLine));
    for (const definition of facts.functions) {
      const command = definition.decorators.find(
        (decorator) =>
          isFrom(blueprint, 'cli', decorator.resolved) ||
          (!isBot && /\.(command|group)$/.test(decorator.name)),
      );
      if (command)
        sightings.push(seen(input, 'cli-command', `@${command.name} ${definition.name}`, command.line));
    }
    if (info.path.endsWith('/__main__.py')) sightings.push(seen(input, 'main-module', 'run by python -m', 1));
    return sightings;
  },
};
