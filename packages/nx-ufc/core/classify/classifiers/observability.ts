import type { Classifier, Sighting } from '../sighting';
import { importOf, seen } from '../sighting';
import { purposeOf } from './program';

/** Calls that make instruments or say where measurements go. */
const INSTRUMENTS =
  /^(prometheus_client\.(\w+\.)*(Counter|Gauge|Histogram|Summary|Info|start_http_server|make_asgi_app)|opentelemetry\.(\w+\.)*(set_\w+_provider|TracerProvider|MeterProvider)|sentry_sdk\.init|statsd\.(StatsClient|Client)|datadog\.initialize)$/;

const LOGGING =
  /^(logging\.(config\.dictConfig|config\.fileConfig|basicConfig|setLoggerClass|setLogRecordFactory)|structlog\.configure|loguru\.logger\.(add|configure))$/;

/** Modules that set logging, metrics or tracing up; using a logger is not enough. */
export const observability: Classifier = {
  id: 'observability',
  look(input) {
    const sightings: Sighting[] = [];
    for (const call of input.facts.calls)
      if (LOGGING.test(call.resolved ?? '') && purposeOf(input.facts, call) === 'module')
        sightings.push(seen(input, 'logging-setup', `${call.callee}()`, call.line));
    for (const definition of input.facts.classes) {
      if (
        definition.bases.some((base) =>
          /^logging\.(Handler|Formatter|Filter|LoggerAdapter|Logger)$/.test(base.resolved ?? ''),
        )
      ) {
        sightings.push(seen(input, 'logging-setup', `class ${definition.name}`, definition.defLine));
      }
    }
    const metrics = importOf(input, 'metrics');
    if (metrics) sightings.push(seen(input, 'metrics-import', `imports ${metrics.name}`, metrics.line));
    for (const call of input.facts.calls)
      if (call.resolved && INSTRUMENTS.test(call.resolved))
        sightings.push(seen(input, 'metrics-setup', `${call.callee}()`, call.line));
    return sightings;
  },
};
