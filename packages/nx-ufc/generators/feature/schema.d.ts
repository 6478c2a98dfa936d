export interface FeatureOptions {
  name: string;
  project: string;
  interfaces?: string;
}
