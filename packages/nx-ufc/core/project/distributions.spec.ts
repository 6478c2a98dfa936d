import { loadBlueprint } from '../../platform/blueprint';
import { dependencyReport } from '../inventory/dependencies';
import { analysisOf } from '../testing/project';
import { distributionsOf } from './distributions';

test.each([
  ['yaml', 'pyyaml'],
  ['yaml.loader', 'pyyaml'],
  ['_pytest.fixtures', 'pytest'],
  ['rest_framework.views', 'djangorestframework'],
  ['some_thing.part', 'some-thing'],
  ['google.cloud.storage', 'google-cloud-storage'],
  ['google.cloud.storage.blob.Blob', 'google-cloud-storage'],
  ['google.cloud.secretmanager_v1beta1', 'google-cloud-secret-manager'],
  ['google.cloud.bigquery_storage', 'google-cloud-bigquery-storage'],
  ['google.cloud.exceptions', 'google-cloud-core'],
  ['google.cloud.sql.connector', 'cloud-sql-python-connector'],
  ['google.protobuf.message', 'protobuf'],
  ['google.oauth2.service_account', 'google-auth'],
  ['google.rpc', 'googleapis-common-protos'],
  ['google.cloud.nobody_knows_v1', 'google-cloud-nobody-knows-v1'],
  ['azure.storage.blob.aio', 'azure-storage-blob'],
  ['azure.storage.filedatalake', 'azure-storage-file-datalake'],
  ['azure.mgmt.nobody_knows', 'azure-mgmt-nobody-knows'],
  ['opentelemetry.trace', 'opentelemetry-api'],
  ['opentelemetry.sdk.trace.export', 'opentelemetry-sdk'],
  ['opentelemetry.exporter.otlp.proto.grpc.trace_exporter', 'opentelemetry-exporter-otlp-proto-grpc'],
  ['opentelemetry.instrumentation.fastapi.FastAPIInstrumentor', 'opentelemetry-instrumentation-fastapi'],
  ['opentelemetry.instrumentation.utils', 'opentelemetry-instrumentation'],
  ['airflow.providers.amazon.aws.hooks', 'apache-airflow-providers-amazon'],
  ['airflow.models', 'apache-airflow'],
  ['zope.interface.declarations', 'zope-interface'],
])('%s is of %s', (module, name) => expect(distributionsOf(module)[0]).toBe(name));

test('several distributions may give one module', () => {
  expect(distributionsOf('cv2')).toEqual(expect.arrayContaining(['opencv-python', 'opencv-python-headless']));
  expect(distributionsOf('lark')).toEqual(['lark', 'lark-parser']);
});

describe('declared and imported', () => {
  const report = (dependencies: string[], code: string) => {
    const toml = `[project]\nname = "a"\ndependencies = ${JSON.stringify(dependencies)}\n`;
    const { project, metadata } = analysisOf(
      { 'pyproject.toml': toml, 'a/__init__.py': code },
      loadBlueprint(),
      'a',
    );
    const { imported, missing, unused } = dependencyReport(project, metadata);
    return { imported: imported.map(({ name }) => name), missing, unused };
  };

  test.each<[string[], string, ReturnType<typeof report>]>([
    [
      ['google-cloud-storage', 'google-cloud-tasks'],
      'from google.cloud import storage\n',
      { imported: ['google-cloud-storage'], missing: [], unused: ['google-cloud-tasks'] },
    ],
    [
      ['google-api-core'],
      'from google.cloud import storage\n',
      { imported: ['google-cloud-storage'], missing: ['google-cloud-storage'], unused: ['google-api-core'] },
    ],
    [
      ['opencv-python-headless'],
      'import cv2\n',
      { imported: ['opencv-python-headless'], missing: [], unused: [] },
    ],
    [['python-nobody'], 'import nobody\n', { imported: ['python-nobody'], missing: [], unused: [] }],
    [['no-body'], 'import nobody\n', { imported: ['no-body'], missing: [], unused: [] }],
    [['nobody3'], 'import nobody\n', { imported: ['nobody'], missing: ['nobody'], unused: ['nobody3'] }],
    [[], 'import nobody\n', { imported: ['nobody'], missing: ['nobody'], unused: [] }],
  ])('%j: %s', (dependencies, code, expected) => expect(report(dependencies, code)).toEqual(expected));
});
