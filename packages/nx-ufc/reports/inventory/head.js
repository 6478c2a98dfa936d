/* Title, totals and legend. */
(() => {
  const { data, element, colour } = report;
  document.title = `Inventory of ${data.package}`;
  document.getElementById('title').textContent = data.package;
  document.getElementById('subtitle').textContent =
    `Inventory of ${data.root}: what the code says, without running it`;
  document
    .getElementById('totals')
    .append(
      ...data.totals.map(({ name, value, bad }) =>
        element(
          'li',
          { class: bad ? 'bad' : null },
          element('b', {}, value.toLocaleString('en')),
          element('span', {}, name),
        ),
      ),
    );
  document
    .getElementById('legend')
    .append(
      ...data.layers.map(({ layer, modules, lines }) =>
        element(
          'li',
          {},
          element('i', { style: `background:${colour(layer)}` }),
          `${layer ?? 'no layer'}: ${modules} modules, ${lines.toLocaleString('en')} lines`,
        ),
      ),
    );
})();
