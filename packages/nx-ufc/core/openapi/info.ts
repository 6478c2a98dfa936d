import type { Detected } from '../endpoints';
import { argument, textOf } from '../endpoints/arguments';
import type { OpenApiDocument } from './types';

/** Title, version and description of the only FastAPI application; of the package where there are none or several. */
export function applicationInfo(
  { symbols, served }: Detected,
  title: string,
  version: string | null,
): OpenApiDocument['info'] {
  const applications = new Set(
    served.map((one) => one.application).filter((one) => one?.family === 'fastapi'),
  );
  const fallback = { title, version: version ?? '0.0.0' };
  const [only] = applications;
  if (applications.size !== 1 || !only) return fallback;
  const text = (name: string) => {
    const expr = argument(only.call, -1, name);
    const known = expr ? textOf(symbols, only.place, expr) : null;
    return known && 'value' in known ? known.value : undefined;
  };
  const description = text('description');
  return {
    title: text('title') ?? fallback.title,
    version: text('version') ?? fallback.version,
    ...(description ? { description } : {}),
  };
}
