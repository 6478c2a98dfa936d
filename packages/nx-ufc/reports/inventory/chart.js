/* Highest complexity of a function against the lines of the module, both on logarithmic scales. */
(() => {
  const { data, element, colour, select, tip, describe } = report;
  const svg = document.getElementById('chart');
  const width = svg.clientWidth || 900;
  const height = 380;
  const edge = { left: 52, right: 24, top: 16, bottom: 42 };
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const modules = data.modules.filter((module) => module.lines > 0);
  const { complexity, fileLength } = data.limits;
  const most = {
    x: Math.max(fileLength.hard * 1.1, ...modules.map((m) => m.lines)),
    y: Math.max(complexity.hard * 1.4, ...modules.map((m) => m.complexity)),
  };
  const log = (value) => Math.log10(Math.max(value, 0) + 1);
  const x = (value) => edge.left + (log(value) / log(most.x)) * (width - edge.left - edge.right);
  const y = (value) => height - edge.bottom - (log(value) / log(most.y)) * (height - edge.top - edge.bottom);
  const line = (kind, x1, y1, x2, y2) => svg.append(element('line', { class: kind, x1, y1, x2, y2 }));
  const text = (content, at, anchor) =>
    svg.append(element('text', { x: at.x, y: at.y, 'text-anchor': anchor }, content));

  for (const tick of [10, 30, 100, 300, 1000, 3000, 10000].filter((value) => value <= most.x)) {
    line('axis', x(tick), edge.top, x(tick), height - edge.bottom);
    text(String(tick), { x: x(tick), y: height - edge.bottom + 17 }, 'middle');
  }
  for (const tick of [0, 1, 3, 10, 30, 100, 300].filter((value) => value <= most.y)) {
    line('axis', edge.left, y(tick), width - edge.right, y(tick));
    text(String(tick), { x: edge.left - 8, y: y(tick) + 4 }, 'end');
  }
  text('lines of the module', { x: (width + edge.left) / 2, y: height - 6 }, 'middle');
  text('complexity', { x: 4, y: edge.top - 3 }, 'start');
  line('limit', edge.left, y(complexity.hard), width - edge.right, y(complexity.hard));
  line('target', edge.left, y(complexity.target), width - edge.right, y(complexity.target));
  line('limit', x(fileLength.hard), edge.top, x(fileLength.hard), height - edge.bottom);
  text(`hard limit ${complexity.hard}`, { x: width - edge.right, y: y(complexity.hard) - 5 }, 'end');

  modules.forEach((module) => {
    svg.append(
      element('circle', {
        cx: x(module.lines).toFixed(1),
        cy: y(module.complexity).toFixed(1),
        r: 5,
        fill: colour(module.layer),
        'aria-label': describe(module),
        onclick: () => (
          select(module.index),
          document.getElementById('map').scrollIntoView({ behavior: 'smooth' })
        ),
        onpointerenter: (event) =>
          tip(event, `${describe(module)}${module.hardest ? `: ${module.hardest}` : ''}`),
        onpointerleave: (event) => tip(event, null),
      }),
    );
  });
})();
