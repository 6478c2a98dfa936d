import type { JsonSchema, Models } from '../data-models';
import type { SettingDefault } from '../symbols/setting-reader';
import type { Symbols } from '../symbols/symbols';

export type { Placed } from '../symbols/runs';

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1.html; only what is written here. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description?: string };
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, JsonSchema>;
    securitySchemes?: Record<string, JsonSchema>;
  };
  /** What adds routes that the code does not tell. */
  'x-ufc-unresolved'?: { 'x-ufc-source': string; reason: string }[];
}

/** Operations by method in lower case. Methods that OpenAPI has no place for (WEBSOCKET …) are below `x-ufc-operations`. */
export interface PathItem {
  [method: string]: Operation | Record<string, Operation> | undefined;
  'x-ufc-operations'?: Record<string, Operation>;
}

export interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  operationId: string;
  deprecated?: true;
  parameters?: ParameterObject[];
  requestBody?: RequestBody;
  responses: Record<string, ResponseObject>;
  security?: Record<string, string[]>[];
  'x-ufc-source': string;
  'x-ufc-handler': string;
  'x-ufc-framework': string;
  'x-ufc-application'?: string;
  /** Code decides at run time whether it is there. */
  'x-ufc-conditional'?: true;
  /** The path holds where these settings have their defaults. */
  'x-ufc-settings'?: SettingDefault[];
  /** The application leaves it out of its own document. */
  'x-ufc-hidden'?: true;
  'x-ufc-unresolved'?: string;
  /** Further routes with the same method and path: of other applications, or never reached behind this one. */
  'x-ufc-alternatives'?: Operation[];
}

export interface ParameterObject {
  name: string;
  in: ParameterPlace;
  required: boolean;
  description?: string;
  deprecated?: true;
  schema: JsonSchema;
  'x-ufc-source'?: string;
  /** Nothing declares it; it was seen from this use: `request.args`. */
  'x-ufc-inferred'?: string;
  'x-ufc-unresolved'?: string;
}

export interface RequestBody {
  required?: true;
  content: Record<string, { schema: JsonSchema }>;
  'x-ufc-inferred'?: string;
}

export interface ResponseObject {
  description: string;
  content?: Record<string, { schema: JsonSchema }>;
  'x-ufc-unresolved'?: string;
}

/** What is shared while a document is written. */
export interface Writer {
  symbols: Symbols;
  models: Models;
  /** Security schemes by name, made known as they are met. */
  securitySchemes: Map<string, JsonSchema>;
  /** Component schemas by name, likewise. */
  schemas: Map<string, JsonSchema>;
  /** Models for what is sent; null where the framework does not tell it from what is accepted. */
  sent: Models | null;
  /** Components for what is sent, by the same names. */
  sentSchemas: Map<string, JsonSchema>;
  /** Names of the components of data models by the ids of the models. */
  components: Map<string, string>;
}
