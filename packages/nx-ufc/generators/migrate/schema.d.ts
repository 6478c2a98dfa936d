export interface MigrateOptions {
  name: string;
  source?: string;
  directory?: string;
  domain?: string;
  map?: string;
  compat?: 'none' | 'shim';
  deps?: 'keep' | 'intersect';
  consumers?: 'rewrite' | 'leave';
  split?: boolean;
}
