/**
 * Compare the distribution that an import name is taken to be of with the distributions that give it, for everything that is installed in
 * environments. `first` is taken when nothing is declared, `among` when it is declared, `no` is not found either way. Exit code 1 when
 * more than one module in a hundred is not found.
 *
 *   npm run test:distributions                      those of the packages below
 *   npm run test:distributions -- PYTHON …          those of these interpreters
 */
import { join } from 'node:path';
import { environment } from './lib/environment.mjs';
import { builtPlugin } from './lib/plugin.mjs';
import { must, repository } from './lib/scratch.mjs';

/** Names that differ, and packages that many distributions share; each alone, without what it needs. */
const PACKAGES = `
  azure-common==1.1.28 azure-core==1.35.1 azure-cosmos==4.9.0 azure-identity==1.25.0 azure-keyvault-secrets==4.10.0
  azure-mgmt-core==1.6.0 azure-mgmt-resource==24.0.0 azure-servicebus==7.14.2 azure-storage-blob==12.26.0
  azure-storage-file-datalake==12.21.0 backports.tarfile==1.2.0 beautifulsoup4==4.14.2 databricks-sdk==0.67.0
  databricks-sql-connector==4.1.3 dbt-adapters==1.16.6 django-cors-headers==4.9.0 django-filter==25.1 djangorestframework==3.16.1
  google-api-core==2.25.2 google-api-python-client==2.183.0 google-auth==2.41.1 google-cloud-bigquery==3.38.0
  google-cloud-bigquery-storage==2.33.1 google-cloud-core==2.4.3 google-cloud-firestore==2.21.0 google-cloud-logging==3.12.1
  google-cloud-pubsub==2.31.1 google-cloud-secret-manager==2.24.0 google-cloud-storage==3.4.0 google-cloud-tasks==2.19.3
  google-genai==1.40.0 google-resumable-media==2.7.2 googleapis-common-protos==1.70.0 grpc-google-iam-v1==0.14.2
  grpcio-health-checking==1.75.1 grpcio-status==1.75.1 jaraco.functools==4.3.0 jaraco.text==4.0.0 kafka-python==2.2.15 launchdarkly-server-sdk==9.12.1
  llama-index-core==0.14.4 llama-index-llms-openai==0.6.4 markdown-it-py==4.0.0 opentelemetry-api==1.37.0
  opentelemetry-exporter-otlp-proto-grpc==1.37.0 opentelemetry-instrumentation==0.58b0 opentelemetry-instrumentation-fastapi==0.58b0
  opentelemetry-propagator-b3==1.37.0 opentelemetry-sdk==1.37.0 opentelemetry-semantic-conventions==0.58b0
  opentelemetry-util-http==0.58b0 progressbar2==4.5.0 protobuf==6.32.1 pyjwt==2.10.1 pymdown-extensions==10.16.1
  python-dateutil==2.9.0.post0 python-dotenv==1.1.1 python-json-logger==4.0.0 python-multipart==0.0.20 python-slugify==8.0.4
  python-socketio==5.14.1 pyyaml_env_tag==1.1 requests-oauthlib==2.0.0 ruamel.yaml==0.18.15 sphinxcontrib-htmlhelp==2.1.0
  strawberry-graphql==0.283.1 types-requests==2.32.4.20250913 uc-micro-py==1.0.3 websocket-client==1.9.0 zope.event==6.0 zope.interface==8.0.1`;

const { distributionsOf } = builtPlugin()('core/project/distributions.js');
const given = process.argv.slice(2);
const pythons =
  given.length > 0
    ? given
    : [environment('distributions-venv', ['--no-deps', ...PACKAGES.split(/\s+/).filter(Boolean)])];
const pairs = new Set(
  pythons.flatMap((python) =>
    must(python, [join(repository, 'scripts/distributions/dump.py')], repository)
      .split('\n')
      .filter(Boolean),
  ),
);
const owners = new Map();
for (const pair of pairs) {
  const [distribution, module] = pair.split('\t');
  owners.set(module, [...(owners.get(module) ?? []), distribution]);
}
const tally = { first: 0, among: 0, no: 0 };
for (const [module, distributions] of owners) {
  const found = distributionsOf(module);
  const verdict = distributions.includes(found[0])
    ? 'first'
    : distributions.some((one) => found.includes(one))
      ? 'among'
      : 'no';
  tally[verdict]++;
  if (verdict !== 'first') console.log(`${verdict}: ${module} is of ${distributions}, taken for ${found}`);
}
console.table([
  { environments: pythons.length, distributions: new Set([...owners.values()].flat()).size, ...tally },
]);
process.exit(owners.size > 0 && tally.no <= owners.size / 100 ? 0 : 1);
