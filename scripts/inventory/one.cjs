/** Make the inventory of one folder in a process of its own; prints what there is, what is not valid, and what it took. */
const { join } = require('node:path');
const { Validator } = require('@seriousme/openapi-schema-validator');
const Ajv2020 = require('ajv/dist/2020').default;

const [, , plugin, name, folder] = process.argv;
const load = (path) => require(join(plugin, path));

main();

async function main() {
  const inventory = inventoryOf();
  const { user } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS;
  const invalid = [
    ...problemsOf('CODE_INVENTORY.json', inventory.document),
    ...schemaProblems(inventory.files),
    ...(await openApiProblems(inventory.openapi)),
  ];
  const { totals, endpoints, models, commands, review } = inventory.document;
  console.log(
    JSON.stringify({
      modules: totals.modules,
      lines: totals.lines,
      unparsed: totals.parseErrors,
      endpoints: endpoints.length,
      commands: commands.length,
      models: models.length,
      review: review.length,
      invalid,
      seconds: Math.round(user / 1e4) / 100,
      MB: Math.round(memory / 1024),
    }),
  );
}

function inventoryOf() {
  const { readSourceTree } = load('platform/source-tree.js');
  const { analyseTree } = load('core/project/analysis.js');
  const { loadBlueprint } = load('platform/blueprint.js');
  const { detectRoutes } = load('core/endpoints/index.js');
  const { modelFiles } = load('core/data-models/files.js');
  const { modelOptions } = load('core/data-models/options.js');
  const { buildInventory } = load('core/inventory/build.js');
  const { buildOpenApi } = load('core/openapi/document.js');
  const analysis = analyseTree(name, readSourceTree(folder, name), loadBlueprint());
  const routes = detectRoutes(analysis.project);
  const files = modelFiles(analysis);
  const document = buildInventory(analysis, routes, files);
  const { metadata } = analysis;
  const openapi = buildOpenApi(routes, {
    title: metadata.name ?? name,
    version: metadata.version,
    options: modelOptions(metadata),
  });
  return { document, files, openapi };
}

function problemsOf(what, document) {
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  const validate = ajv.compile(load('schemas/code-inventory.schema.json'));
  if (validate(JSON.parse(JSON.stringify(document)))) return [];
  return validate.errors.map((error) => `${what} ${error.instancePath} ${error.message}`);
}

function schemaProblems(files) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  for (const { schema } of files) ajv.addSchema(schema, undefined, undefined, false);
  return files.flatMap(({ file, schema }) => {
    try {
      ajv.validateSchema(schema, true);
      ajv.getSchema(file);
      return [];
    } catch (error) {
      return [`${file}: ${error.message}`];
    }
  });
}

async function openApiProblems(document) {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  return result.valid ? [] : [`openapi.json: ${JSON.stringify(result.errors).slice(0, 300)}`];
}
