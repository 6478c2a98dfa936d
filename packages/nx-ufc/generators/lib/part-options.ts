/** Options of the generators that make one part of a capability. */
export interface PartOptions {
  project: string;
}
