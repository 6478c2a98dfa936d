/* The panel beside the graph: what is known of one module. */
(() => {
  const { data, element, colour, select } = report;
  const panel = document.getElementById('details');

  function list(title, indices) {
    if (indices.length === 0) return [];
    const items = [...new Set(indices)].map((index) =>
      element('li', {}, element('a', { onclick: () => select(index) }, data.modules[index].name)),
    );
    return [element('h4', {}, `${title} (${items.length})`), element('ul', {}, ...items)];
  }

  function show(index) {
    if (index === null) {
      panel.replaceChildren(
        element('p', { class: 'soft' }, 'Choose a module in the graph, in the chart or in a table.'),
      );
      return;
    }
    const module = data.modules[index];
    const place = module.layer ? `${module.layer} / ${module.role}` : module.role;
    panel.replaceChildren(
      element('h3', {}, module.name),
      element('p', { class: 'soft' }, module.path),
      element(
        'p',
        {},
        element('span', { class: 'tag', style: `background:${colour(module.layer)}` }, place),
        ` confidence ${module.confidence.toFixed(2)}`,
      ),
      element('p', {}, `${module.lines} lines, ${module.classes} classes, ${module.functions} functions`),
      element(
        'p',
        {},
        module.hardest ? `Highest complexity ${module.complexity}: ${module.hardest}` : 'No function',
      ),
      ...(module.errors.length > 0
        ? [element('h4', {}, 'Does not parse'), ...module.errors.map((error) => element('p', {}, error))]
        : []),
      ...(module.evidence.length > 0
        ? [
            element('h4', {}, 'Why it goes there'),
            element('ul', {}, ...module.evidence.map((line) => element('li', {}, line))),
          ]
        : []),
      ...list(
        'Imports',
        data.edges.filter(([source]) => source === index).map(([, target]) => target),
      ),
      ...list(
        'Imported by',
        data.edges.filter(([, target]) => target === index).map(([source]) => source),
      ),
    );
  }

  report.listeners.push(show);
  show(null);
})();
