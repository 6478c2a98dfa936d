export interface OnboardOptions {
  name: string;
  source?: string;
}
