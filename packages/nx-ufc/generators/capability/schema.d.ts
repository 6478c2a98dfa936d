export interface CapabilityOptions {
  name: string;
  source?: string;
  directory?: string;
  domain?: string;
  interfaces?: string;
  packageManager?: 'uv' | 'poetry';
  map?: string;
  description?: string;
  adopt?: boolean;
  compat?: 'none' | 'shim';
  deps?: 'keep' | 'intersect';
  consumers?: 'rewrite' | 'leave';
  split?: boolean;
}
