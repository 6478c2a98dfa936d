/* What the parts of the page share. Text from the code under analysis only ever becomes text, never markup. */
const report = { data: JSON.parse(document.getElementById('data').textContent), listeners: [] };

/** Make an element: attributes with `on…` are listeners, children are elements or texts. */
report.element = (tag, attributes = {}, ...children) => {
  const isSvg = ['g', 'circle', 'path', 'text', 'line', 'defs', 'marker', 'rect'].includes(tag);
  const made = isSvg
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

report.colour = (layer) => `var(--${layer ?? 'none'})`;

/** Tell every part which module is meant: its index, or null for none. */
report.select = (index) => report.listeners.forEach((listener) => listener(index));

report.tip = (event, text) => {
  const tip = document.getElementById('tip');
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  const left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 10);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.min(event.clientY + 14, window.innerHeight - tip.offsetHeight - 10)}px`;
};

report.describe = (module) =>
  `${module.name} — ${module.lines} lines, complexity ${module.complexity}, ${module.layer ? `${module.layer}/${module.role}` : module.role}`;
