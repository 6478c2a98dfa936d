/** How the time grows with the input, when all is warm: the factor for ten times as much. */
const { join } = require('node:path');
const { startClock } = require('./clock.cjs');

const { extractFacts } = require(join(__dirname, '../../dist/packages/nx-ufc/core/python/facts/index.js'));
const rounds = Number(process.argv[2]);

/** Code with definitions, imports, calls, strings and names; every piece with names of its own. */
const piece = (i) => `
import package${i % 50}.module as m${i}

class Class${i}(Base, m${i}.Mixin):
    """Class number ${i}."""
    field: "list[int]" = field(default=${i})

    def method${i}(self, first, second=None, *rest, **options):
        for item in self.items(first):
            if item > ${i} and second is not None:
                yield item.value(${i}, key='v${i}') + self.field[item]
        return [f"{x}-{item}" for x in rest if x]
`;
const code = (from, size) => {
  const parts = [];
  for (let i = from, length = 0; length < size; i++) length += parts[parts.push(piece(i)) - 1].length;
  return parts.join('');
};
const source = (text) => ({ path: 'a.py', text, codec: 'utf-8', bom: false, encoding: 'utf-8' });
const small = [source(code(0, 500_000))];
const large = [source(code(0, 5_000_000))];
const many = Array.from({ length: 1000 }, (_, i) => source(code(i * 40, 5_000)));

function seconds(sources) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const stop = startClock();
    for (const one of sources) extractFacts(one);
    best = Math.min(best, stop().main);
  }
  return best;
}

seconds(small);
seconds(many);
const file = seconds(large) / seconds(small);
const files = seconds(many) / seconds(many.slice(0, 100));
process.stdout.write(JSON.stringify({ file, files }));
