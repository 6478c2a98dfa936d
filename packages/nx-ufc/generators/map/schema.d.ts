export interface MapOptions {
  name: string;
  source?: string;
}
