"""Print the import graph of a package as grimp sees it: lines of importer and imported module, imports of every scope."""

import sys

import grimp

path, name = sys.argv[1:3]
sys.path.insert(0, path)
graph = grimp.build_graph(name, cache_dir=None)
for importer in sorted(graph.modules):
    for imported in sorted(graph.find_modules_directly_imported_by(importer)):
        print(f"{importer}\t{imported}")
