import { statSync, writeFileSync } from 'node:fs';
import { makeCorpus } from '../lib/corpus.mjs';
import { atLeast, atMost, interleaved, ours, peer } from '../lib/measure.mjs';

/** LibCST needs minutes for all: it gets every twentieth file, ours all, and bytes a second are compared. */
const SAMPLE = 20;

/** All facts of a corpus, and the whole tree, against CPython's bare `ast.parse` and LibCST. */
export const extract = {
  name: 'extract',
  run: ({ rounds }) => {
    const corpus = makeCorpus();
    const sample = corpus.files.filter((_, i) => i % SAMPLE === 0);
    const sampleList = `${corpus.list}.sample`;
    writeFileSync(sampleList, sample.join('\n'));
    const { facts, tree, ast } = interleaved(
      {
        facts: () => ours('corpus.cjs', ['facts', corpus.list]),
        tree: () => ours('corpus.cjs', ['tree', corpus.list]),
        ast: () => peer('ast_parse.py', { list: corpus.list }, corpus.python),
      },
      rounds,
    );
    const libcst = peer('libcst_extract.py', { list: sampleList });
    const sampleBytes = sample.reduce((sum, path) => sum + statSync(path).size, 0);
    return {
      lines: [
        atLeast('all facts, main thread, against ast.parse', ast.cpu / facts.main, 3, 6),
        atLeast('all facts, all threads of the process, against ast.parse', ast.cpu / facts.cpu, 3, 6),
        atLeast('whole tree, main thread, against ast.parse', ast.cpu / tree.main, 1, 2),
        atLeast('whole tree, all threads of the process, against ast.parse', ast.cpu / tree.cpu, 1, 2),
        atLeast(
          'all facts, all threads, against LibCST',
          (libcst.cpu / sampleBytes) * (corpus.bytes / facts.cpu),
          25,
        ),
        atMost('peak memory', facts.megabytes, 300, 'MB'),
      ],
      notes: [
        `${corpus.files.length} files, ${corpus.lines} lines, ${(corpus.bytes / 1e6).toFixed(1)} MB; ast.parse of CPython ${ast.version}`,
        `LibCST on ${sample.length} files, ${(sampleBytes / 1e6).toFixed(1)} MB`,
      ],
    };
  },
};
