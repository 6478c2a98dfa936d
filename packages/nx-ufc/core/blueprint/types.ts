/** The standard as data. The YAML of a blueprint folder is checked against `schemas/blueprint.schema.json`, then has this shape. */
export interface Blueprint {
  /** `ufc-1` */
  id: string;
  version: string;
  naming: Naming;
  layers: Layer[];
  /** Roles of the table "where code goes"; each has one place. */
  roles: Role[];
  components: Component[];
  /** Required files beside the six components. */
  required: RequiredFile[];
  limits: Limits;
  domains: string[];
  onboarding: OnboardingSettings;
  frameworks: FrameworkMarker[];
  classification: ClassificationSettings;
  rules: RuleDefinition[];
  profiles: Record<'lean' | 'full', { slots: 'with-content' | 'all' }>;
  templates: TemplateSet[];
}

/** What sync may do with a file that was made from a template; templates.yaml explains the four. */
export type Policy = 'managed' | 'merge' | 'protected' | 'once';

/** A set of templates that is versioned as one. */
export interface TemplateSet {
  /** `capability` */
  id: string;
  version: string;
  /** Folders below templates/. */
  sets: string[];
  /** Requirements by interface. */
  requirements?: Record<string, { runtime: string[]; tests: string[] }>;
  /** The first pattern that matches the id of a template decides. */
  policies: { match: string; policy: Policy }[];
  /** Templates that go by another path since a version of the set. */
  renames: TemplateRename[];
}

export interface TemplateRename {
  since: string;
  from: string;
  to: string;
}

export interface Naming {
  /** `au_sys_` */
  prefix: string;
  /** Pattern of an import package, e.g. `^au_sys_[a-z][a-z0-9_]*$`. */
  packagePattern: string;
  /** Pattern of a project name as typed by people. */
  projectPattern: string;
  /** Names that cannot be a capability. */
  reserved: string[];
  /** Folder that holds the capabilities: `capabilities`. */
  capabilitiesRoot: string;
  /** Folder that holds the host applications: `apps`. */
  hostsRoot: string;
  /** `src` */
  sourceRoot: string;
  entryPointGroup: string;
  pluginSuffix: string;
  configSuffix: string;
  /** Environment variables of a capability begin with this, then the upper-case project name: `AU_SYS_`. */
  environmentPrefix: string;
}

export interface Layer {
  id: 'core' | 'interface' | 'manifest';
  /** Folder names that an audit accepts for this layer: interface also `adapters`. */
  accepts: string[];
  /** Folder names that people take for this layer and nothing counts: `interfaces`. */
  lookalikes: string[];
  slots: string[];
  /** Layers that code of this layer may import. */
  mayImport: ('core' | 'interface' | 'manifest')[];
  /** Kinds of frameworks it must not import. */
  forbiddenFrameworks: FrameworkMarker['kind'][];
}

export interface Role {
  /** schema, model, port, api, cli, mcp, web, settings, assembly, service, util, observability */
  id: string;
  layer: Layer['id'];
  /** Folder below the layer; "" is the layer itself. */
  slot: string;
  /** What the syntax tree shows, for people. */
  description: string;
}

export interface Component {
  id: 'identity' | 'core' | 'interface' | 'manifest' | 'scaffold' | 'scripts';
  title: string;
  severity: Severity;
  partialSeverity: Severity;
  /** Paths below the capability; `{package}` stands for the import package. */
  requires: string[];
}

export interface RequiredFile {
  path: string;
  severity: Severity;
  description: string;
}

export interface Limit {
  target: number;
  hard: number;
}
export interface Limits {
  lineLength: Limit;
  functionLength: Limit;
  complexity: Limit;
  parameters: Limit;
  fileLength: Limit;
  duplication: Limit;
  coverage: Limit;
  publicDocstrings: Limit;
  publicTypeHints: Limit;
}

/** How candidates for a migration are scored. */
export interface OnboardingSettings {
  /** Weight of each term by its id. */
  weights: Record<string, number>;
  /** So many dependencies are worth nothing any more. */
  manyDependencies: number;
  /** A score from here on is a good one … */
  good: number;
  /** … and from here on a fair one. */
  fair: number;
}

/** Import packages by which a framework is recognised. */
export interface FrameworkMarker {
  id: string;
  kind: 'web' | 'cli' | 'mcp' | 'orm' | 'validation' | 'logging' | 'metrics' | 'tasks' | 'bot' | 'testing';
  modules: string[];
}

export interface ClassificationSettings {
  /** Decisions below this confidence go on the review list. */
  reviewThreshold: number;
  /** No layer folder gets more than this many files that were apart before. */
  maxFolderFiles: number;
  /** Weight of each classifier by its id: what one sighting adds for its role. */
  weights: Record<
    string,
    { role: string; weight: number; /** Further sightings prove nothing more. */ atMost?: number }
  >;
  /** By role, names of packages that say it. */
  packageNames: Record<string, string[]>;
  /** What decides over the layer of a module beside its content, in modules of full weight; see core/classify/placement.ts. */
  placement: {
    /** An import or a framework that the layer rules forbid; and an import that runs in a function or for type checkers only. */
    violation: number;
    lazyViolation: number;
    /** A module that is in another layer than its package. */
    cohesion: number;
    /** Times its confidence: what shows core or interface rises to manifest. */
    riseToManifest: number;
    /** From this part of its weight on, a role of a package is that of all that is in it. */
    clearRole: number;
  };
  /** When a file counts as mixed. */
  split: {
    /** A new module has at least so many lines. */
    minLines: number;
    /** From here on a file is taken apart for roles of one layer too, and its parts have at least `minLinesOfLarge`. */
    largeFile: number;
    minLinesOfLarge: number;
  };
}

export type Severity = 'critical' | 'high' | 'medium' | 'low';

export interface RuleDefinition {
  id: string;
  gate: 'zero-tolerance' | 'verify' | 'audit';
  severity: Severity;
  /** May an inline `# ufc: allow RULE — reason` silence it? */
  allowable: boolean;
  title: string;
  remediation: string;
  /** Words, patterns or names that the rule looks for. */
  settings?: Record<string, string[]>;
}
