import { moveAll } from '../../testing/moves';
import { rewriteModule } from '../rewrite-module';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/workers.py': 'src/new/core/workers.py' };

function rewritten(text: string) {
  const files = { 'pkg/__init__.py': '', 'pkg/workers.py': '', 'pkg/b.py': text };
  const { project, mapping } = moveAll(files, { ...MOVES, 'pkg/b.py': 'src/new/b.py' });
  const { edits, review } = rewriteModule(project, mapping, project.modulesByPath.get('pkg/b.py')!);
  return { edits: edits.map(({ text: next }) => next), review: review.length };
}

test.each([
  ['log.debug("", extra={"metric": "pkg.workers", "mtype": "gauge"})\n'],
  ["send(metric_name='pkg.workers')\n"],
  ['metric = "pkg.workers"\n'],
  ['self.statsd.incr("pkg.workers")\n'],
  ['log.gauge("pkg.workers.count", 3)\n'],
])('a metric keeps its name: %j', (text) => expect(rewritten(text)).toEqual({ edits: [], review: 0 }));

test.each([
  ['x = {"module": "pkg.workers"}\n'],
  ['gauge("pkg.workers")\n'],
  ['statsd.incr("x", "pkg.workers")\n'],
  ['METRIC_MODULE = "pkg.workers"\n'],
])('what is none follows: %j', (text) => expect(rewritten(text).edits).toEqual(['new.core.workers']));
