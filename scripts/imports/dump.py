"""Print the import graph of a package as grimp sees it: lines of importer and imported module, imports of every scope.

With --run-time those that are only for type checkers are left out.
"""

import sys

import grimp

path, name, *options = sys.argv[1:]
sys.path.insert(0, path)
graph = grimp.build_graph(name, cache_dir=None, exclude_type_checking_imports="--run-time" in options)
for importer in sorted(graph.modules):
    for imported in sorted(graph.find_modules_directly_imported_by(importer)):
        print(f"{importer}\t{imported}")
