export interface UndoOptions {
  project: string;
}
