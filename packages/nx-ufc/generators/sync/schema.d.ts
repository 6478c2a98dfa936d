export interface SyncOptions {
  project?: string;
  accept?: 'ours' | 'theirs';
  file?: string;
  markers?: boolean;
}
