import type { Classifier } from '../sighting';
import { importOf, isFrom, seen } from '../sighting';

/** Calls that say what answers to a message: `CommandHandler("start", start)`, `app.action("save")(save)`. */
const HANDLER = /Handler$/;

/** Bots of Discord, Telegram and Slack: people reach the service through their messages and commands. */
export const bots: Classifier = {
  id: 'bots',
  look(input) {
    const { facts, blueprint } = input;
    const framework = importOf(input, 'bot');
    if (!framework) return [];
    const classes = facts.classes.flatMap(({ name, bases, defLine }) =>
      bases.some(({ resolved }) => isFrom(blueprint, 'bot', resolved))
        ? [seen(input, 'bot-handler', `class ${name} of a bot`, defLine)]
        : [],
    );
    const functions = facts.functions.flatMap(({ name, decorators }) => {
      const command = decorators.find(
        ({ name, resolved }) =>
          isFrom(blueprint, 'bot', resolved) || (isCommand(name) && !isFrom(blueprint, 'cli', resolved)),
      );
      return command ? [seen(input, 'bot-handler', `@${command.name} ${name}`, command.line)] : [];
    });
    const calls = facts.calls.flatMap(({ callee, resolved, line }) =>
      HANDLER.test(callee) && isFrom(blueprint, 'bot', resolved)
        ? [seen(input, 'bot-handler', `${callee}()`, line)]
        : [],
    );
    const imported = seen(input, 'bot-import', `imports ${framework.name}`, framework.line);
    return [imported, ...classes, ...functions, ...calls];
  },
};

/** What an instance of a bot decorates: `@bot.command()`, `@app.event("message")`. */
function isCommand(decorator: string): boolean {
  return /\.(command|group|event|listener|message|message_handler|callback_query|action|shortcut|view)$/.test(
    decorator,
  );
}
