/* The tables: sorted by a click on a heading, narrowed by the search field. */
(() => {
  const { data, element, select } = report;

  function cell(value) {
    if (typeof value === 'number') return element('td', { class: 'number' }, String(value));
    if (value && value.code !== undefined) return element('td', {}, element('code', {}, value.code));
    if (value && value.href !== undefined)
      return element(
        'td',
        {},
        ...(value.href
          ? [element('a', { href: value.href }, ...breakable(value.text))]
          : breakable(value.text)),
      );
    if (value && value.module !== undefined)
      return element(
        'td',
        {},
        element('a', { href: '#map', onclick: () => select(value.module) }, ...breakable(value.text)),
      );
    return element('td', {}, ...breakable(value ?? ''));
  }

  /** Names and paths break after their separators rather than anywhere. */
  const breakable = (text) =>
    String(text)
      .split(/(?<=[/.:_](?=[\w{]))/)
      .flatMap((part, i) => (i > 0 ? [document.createElement('wbr'), part] : [part]));

  const plain = (value) => (value && typeof value === 'object' ? (value.code ?? value.text) : (value ?? ''));

  function sort(body, rows, heading, column) {
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of heading.parentNode.children) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const order = (a, b) =>
      typeof plain(a.values[column]) === 'number'
        ? plain(a.values[column]) - plain(b.values[column])
        : String(plain(a.values[column])).localeCompare(String(plain(b.values[column])));
    body.append(...[...rows].sort((a, b) => (down ? order(b, a) : order(a, b))).map((row) => row.element));
  }

  /** @returns the rows, for the search field */
  function table(section, headings, values, none) {
    const holder = document.querySelector(`#${section} .table`);
    document.querySelector(`#${section} .count`).textContent = values.length > 0 ? String(values.length) : '';
    if (values.length === 0) {
      holder.replaceChildren(element('p', { class: 'none' }, none));
      return [];
    }
    const rows = values.map((row) => ({
      values: row,
      element: element('tr', {}, ...row.map(cell)),
      text: row.map(plain).join(' ').toLowerCase(),
    }));
    const body = element('tbody', {}, ...rows.map((row) => row.element));
    const head = element(
      'tr',
      {},
      ...headings.map((heading, column) =>
        element(
          'th',
          { scope: 'col', onclick: (event) => sort(body, rows, event.currentTarget, column) },
          heading,
        ),
      ),
    );
    holder.replaceChildren(element('table', {}, element('thead', {}, head), body));
    return rows;
  }

  const byName = new Map(data.modules.map((module) => [module.name, module.index]));
  const linked = (name) => (byName.has(name) ? { module: byName.get(name), text: name } : name);
  const rows = [
    ...table(
      'review',
      ['risk', 'what', 'why', 'where'],
      data.review.map((item) => [item.risk, item.what, item.why, linked(item.module)]),
      'Nothing to review.',
    ),
    ...table(
      'endpoints',
      ['method', 'path', 'handler', 'where', 'framework', 'not certain'],
      data.endpoints.map((one) => [
        one.method,
        { code: one.path },
        one.handler,
        `${one.file}:${one.line}`,
        one.framework,
        one.note,
      ]),
      'No endpoint of FastAPI, Starlette or Flask.',
    ),
    ...table(
      'commands',
      ['command', 'handler', 'where', 'framework', 'not certain'],
      data.commands.map((one) => [{ code: one.command }, one.handler, one.where, one.framework, one.note]),
      'No command of Typer or Click.',
    ),
    ...table(
      'models',
      ['name', 'kind', 'module', 'schema'],
      data.models.map((one) => [
        one.name,
        one.kind,
        linked(one.module),
        { href: one.schema, text: one.schema ?? 'none' },
      ]),
      'No data model.',
    ),
    ...table(
      'dependencies',
      ['distribution', 'state', 'requirement', 'used by'],
      data.dependencies.map((one) => [one.name, one.state, one.requirement, one.files]),
      'No dependency, declared or used.',
    ),
  ];

  document.getElementById('find').addEventListener('input', (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const row of rows)
      row.element.classList.toggle('hidden', wanted !== '' && !row.text.includes(wanted));
    const at =
      wanted === ''
        ? -1
        : data.modules.findIndex((module) => `${module.name} ${module.path}`.toLowerCase().includes(wanted));
    select(at < 0 ? null : at);
  });
})();
