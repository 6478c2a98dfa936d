export interface HostOptions {
  name: string;
  directory?: string;
  description?: string;
}
