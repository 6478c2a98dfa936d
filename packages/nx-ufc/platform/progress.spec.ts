import { createProgress } from './progress';

function shown(
  interactive: boolean,
  use: (advance: (ms: number) => void) => (progress: ReturnType<typeof createProgress>) => void,
) {
  let time = 0;
  const written: string[] = [];
  const output = { interactive, write: (text: string) => void written.push(text), now: () => time };
  const progress = createProgress(2, 'shop', output);
  use((ms) => (time += ms))(progress);
  progress.done();
  return written;
}

test('not a terminal: a line a step, and one more for every ten seconds of a long one', () =>
  expect(
    shown(false, (advance) => (progress) => {
      progress.step('reading');
      progress.step('planning', 3);
      progress.tick();
      advance(11_000);
      progress.tick();
      progress.tick();
    }),
  ).toEqual(['[1/2] shop: reading\n', '[2/2] shop: planning (3)\n', '[2/2] shop: planning (2 of 3)\n']));

test('a terminal: one line, redrawn at most every 80 ms, and gone at the end', () => {
  const written = shown(true, (advance) => (progress) => {
    progress.step('planning', 9);
    for (let i = 0; i < 9; i++) {
      advance(40);
      progress.tick();
    }
  });
  expect(written).toHaveLength(6);
  expect(written[1].startsWith('\r\u001b[K')).toBe(true);
  expect(written[1]).toMatch(/ \[1\/2\] shop: planning \(2 of 9\)$/);
  expect(written.at(-1)).toBe('\r\u001b[K');
  expect(written.join('')).not.toContain('\n');
});

test('nothing is shown under jest', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  createProgress(1).step('x');
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
