/* The module graph: a band for each layer, packages near each other, sizes by lines. The layout is deterministic. */
(() => {
  const { data, element, colour, select, tip, describe } = report;
  const svg = document.getElementById('graph');
  const ORDER = [null, 'manifest', 'interface', 'core'];
  const HEIGHT = 560;
  /** Radius from which a module of a crowded graph has its name shown. */
  const LARGE = 15;
  const width = svg.clientWidth || 900;

  const nodes = data.modules.map((module, index) => ({
    index,
    module,
    r: 4 + Math.min(22, Math.sqrt(module.lines) / 2.2),
  }));
  const bands = bandsOf(nodes);
  const scale = Math.max(1, Math.sqrt(nodes.length / 40));
  let kept = null;
  let focus = () => {};
  layOut();
  draw();

  /** Bands as wide as the room that their modules need. */
  function bandsOf(all) {
    const present = ORDER.filter((layer) => all.some((node) => node.module.layer === layer));
    const need = present.map((layer) =>
      Math.max(
        90,
        Math.sqrt(
          all
            .filter((node) => node.module.layer === layer)
            .reduce((sum, node) => sum + (node.r + 14) ** 2, 0),
        ) * 2,
      ),
    );
    const total = need.reduce((sum, one) => sum + one, 0);
    let left = 0;
    return new Map(
      present.map((layer, index) => {
        const size = (need[index] / total) * width;
        left += size;
        return [layer, { from: left - size, to: left, size, middle: left - size / 2 }];
      }),
    );
  }

  function packageOf(name) {
    return name.split('.').slice(0, -1).join('.');
  }

  function layOut() {
    const packages = [...new Set(data.modules.map((module) => packageOf(module.name)))].sort();
    const row = (node) =>
      ((packages.indexOf(packageOf(node.module.name)) + 0.5) / packages.length) * HEIGHT * scale;
    const shares = new Map();
    for (const node of nodes) {
      const { layer } = node.module;
      const nth = (shares.get(layer) ?? 0) + 1;
      shares.set(layer, nth);
      node.x = (bands.get(layer).from + ((nth * 0.618034) % 1) * bands.get(layer).size) * scale;
      node.y = row(node);
    }
    const simulation = d3
      .forceSimulation(nodes)
      .force('band', stayInBand)
      .force(
        'x',
        d3
          .forceX((node) => bands.get(node.module.layer).middle * scale)
          .strength(nodes.length > 100 ? 0.03 : 0.01),
      )
      .force('y', d3.forceY(row).strength(packages.length > 1 ? 0.12 : 0.04))
      .force('charge', d3.forceManyBody().strength(-50).distanceMax(240))
      .force('collide', d3.forceCollide((node) => node.r + 9).iterations(2))
      .force(
        'link',
        d3
          .forceLink(data.edges.map(([source, target]) => ({ source, target })))
          .distance(80)
          .strength(0.02 / scale ** 2),
      )
      .stop();
    simulation.tick(nodes.length > 600 ? 120 : 300);
    stayInBand();
  }

  /** A module may be anywhere in the band of its layer, and nowhere else. */
  function stayInBand() {
    for (const node of nodes) {
      const { from, to } = bands.get(node.module.layer);
      const margin = Math.min(node.r + 16, ((to - from) * scale) / 2);
      node.x = Math.min(Math.max(node.x, from * scale + margin), to * scale - margin);
      node.y = Math.min(Math.max(node.y, node.r), HEIGHT * scale - node.r);
    }
  }

  function edgePath([from, to]) {
    const a = nodes[from];
    const b = nodes[to];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy) || 1;
    const end = { x: b.x - (dx / length) * (b.r + 4), y: b.y - (dy / length) * (b.r + 4) };
    const bend = { x: (a.x + b.x) / 2 - dy * 0.12, y: (a.y + b.y) / 2 + dx * 0.12 };
    return `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${bend.x.toFixed(1)} ${bend.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
  }

  function draw() {
    const top = Math.min(...nodes.map((node) => node.y - node.r)) - 34 * scale;
    const bottom = Math.max(...nodes.map((node) => node.y + node.r)) + 24;
    const box = {
      x: 0,
      y: nodes.length ? top : 0,
      width: width * scale,
      height: nodes.length ? bottom - top : HEIGHT,
    };
    const arrow = element(
      'marker',
      { id: 'arrow', viewBox: '0 0 8 8', refX: 6, refY: 4, markerWidth: 6, markerHeight: 6, orient: 'auto' },
      element('path', { d: 'M0 0L8 4L0 8z', fill: 'context-stroke' }),
    );
    svg.append(element('defs', {}, arrow));
    for (const [layer, band] of bands) {
      if (band.from > 0)
        svg.append(
          element('line', {
            x1: band.from * scale,
            x2: band.from * scale,
            y1: box.y,
            y2: box.y + box.height,
            stroke: 'var(--line)',
          }),
        );
      svg.append(
        element(
          'text',
          {
            class: 'band',
            x: Math.max(band.middle, 50) * scale,
            y: box.y + 20 * scale,
            'text-anchor': 'middle',
            style: `font-size:${13 * scale}px`,
          },
          layer ?? 'no layer',
        ),
      );
    }
    const edges = data.edges.map((edge) =>
      element('path', {
        class: `edge${edge[2] === 'module' ? '' : ' late'}${edge[3] ? ' bad' : ''}`,
        d: edgePath(edge),
        'marker-end': 'url(#arrow)',
      }),
    );
    const circles = nodes.map((node) =>
      element('circle', {
        class: `node${node.module.cycle ? ' cycle' : ''}`,
        cx: node.x.toFixed(1),
        cy: node.y.toFixed(1),
        r: node.r.toFixed(1),
        fill: colour(node.module.layer),
        'aria-label': describe(node.module),
        onclick: () => select(node.index),
        onpointerenter: (event) => (focus(node.index), tip(event, describe(node.module))),
        onpointerleave: (event) => (focus(kept), tip(event, null)),
      }),
    );
    const quiet = nodes.length > 70;
    const labels = nodes.map((node) =>
      element(
        'text',
        {
          class: 'label',
          x: node.x,
          style: `font-size:${10.5 * Math.max(1, scale * 0.6)}px`,
          y: node.y + node.r + 11 * Math.max(1, scale * 0.6),
          'text-anchor': 'middle',
          visibility: quiet && node.r < LARGE ? 'hidden' : null,
        },
        node.module.name.split('.').pop(),
      ),
    );
    svg.append(...edges, ...circles, ...labels);
    interact(box, { edges, circles, labels, quiet });
  }

  function interact(box, { edges, circles, labels, quiet }) {
    let view = { ...box };
    const show = () => svg.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
    const zoom = (factor, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) => {
      view = {
        x: at.x - (at.x - view.x) * factor,
        y: at.y - (at.y - view.y) * factor,
        width: view.width * factor,
        height: view.height * factor,
      };
      show();
    };
    const place = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return { x: point.x, y: point.y };
    };
    svg.addEventListener(
      'wheel',
      (event) => (event.preventDefault(), zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, place(event))),
      { passive: false },
    );
    let from = null;
    svg.addEventListener('pointerdown', (event) => {
      from = event.target.closest('.node') ? null : place(event);
    });
    svg.addEventListener('pointermove', (event) => {
      if (!from || !event.buttons) return;
      const to = place(event);
      view = { ...view, x: view.x - (to.x - from.x), y: view.y - (to.y - from.y) };
      show();
    });
    svg.addEventListener('click', (event) => event.target === svg && select(null));
    document.getElementById('zoom-in').addEventListener('click', () => zoom(1 / 1.3));
    document.getElementById('zoom-out').addEventListener('click', () => zoom(1.3));
    document.getElementById('zoom-fit').addEventListener('click', () => ((view = { ...box }), show()));
    focus = (index) => {
      svg.classList.toggle('focus', index !== null);
      const near = new Set([index]);
      data.edges.forEach(([source, target], at) => {
        const out = source === index;
        const into = target === index;
        edges[at].classList.toggle('on', out || into);
        edges[at].classList.toggle('out', out);
        edges[at].classList.toggle('in', into);
        if (out) near.add(target);
        if (into) near.add(source);
      });
      circles.forEach((circle, at) => circle.classList.toggle('on', near.has(at)));
      labels.forEach((label, at) => {
        label.classList.toggle('on', near.has(at));
        label.setAttribute(
          'visibility',
          (index !== null && near.has(at)) || !quiet || nodes[at].r >= LARGE ? 'visible' : 'hidden',
        );
      });
    };
    report.listeners.push((index) => focus((kept = index)));
    show();
  }
})();
