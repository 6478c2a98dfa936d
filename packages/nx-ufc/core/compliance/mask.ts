const TOKENS: RegExp[] = [
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})\b/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bsk-[A-Za-z0-9_-]{20,}\b/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/g,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\b/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** Replace what looks like a secret, credentials in URLs included; outputs and reports never show one. */
export function maskSecrets(text: string): string {
  let masked = text.replace(/(\w+:\/\/[^\s:/@]+):[^\s/@]+@/g, '$1:***@');
  for (const token of TOKENS) masked = masked.replace(token, (secret) => `${secret.slice(0, 4)}***`);
  return masked;
}
