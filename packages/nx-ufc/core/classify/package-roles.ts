import type { Layer } from '../blueprint/types';

/** A module whose layer is settled, with the role that it shows there. */
export interface Member {
  name: string;
  isPackage: boolean;
  /** The package that it cannot leave. */
  unit: string | null;
  layer: Layer['id'];
  role: string;
  confidence: number;
  /** Nothing in it shows that role. */
  silent: boolean;
  /** Settings that sank to what imports them. */
  isSunk: boolean;
}

export interface SharedRole {
  role: string;

  confidence: number;
  package: string;
}

/** An `__init__`, and what shows nothing, says little about its package. */
const FAINT = 0.2;

/** What decides over the role of a package. */
export interface RoleRules {
  /** Part of the weight of a package from which on a role is clear. */
  clear: number;
  /** What is less certain than this shows no role clearly. */
  certain: number;
  /** The role that the name of a package says. */
  byName: ReadonlyMap<string, string>;
}

/**
 * The roles that packages give to their modules, layer by layer. A package that shows one role clearly moves as a whole, as does one
 * without packages in it; in others each package below decides for itself, and what lies beside them goes by its own majority.
 * @param root the first import package: what lies directly in it stands for itself
 */
export function packageRoles(
  members: readonly Member[],
  root: string,
  rules: RoleRules,
): Map<string, SharedRole> {
  const found = new Map<string, SharedRole>();
  for (const ofLayer of groups(members, ({ layer }) => layer).values()) {
    for (const [unit, inside] of groups(ofLayer, (member) => member.unit))
      if (unit !== null) give(unit, inside, rules, found);
    const free = ofLayer.filter(({ name, unit }) => unit === null && name !== root);
    for (const [name, inside] of groups(free, (member) => firstPackage(member, root)))
      if (name !== null) settle(name, inside, rules, found);
  }
  return found;
}

function settle(
  name: string,
  inside: readonly Member[],
  rules: RoleRules,
  found: Map<string, SharedRole>,
): void {
  const parts = groups(inside, (member) => packageBelow(member, name));
  if (parts.size === 1 || winnerOf(inside).share >= rules.clear) return give(name, inside, rules, found);
  for (const [inner, part] of parts) {
    if (inner === null) give(name, part, rules, found);
    else settle(inner, part, rules, found);
  }
}

function give(
  name: string,
  members: readonly Member[],
  rules: RoleRules,
  found: Map<string, SharedRole>,
): void {
  const { role, confidence } = named(name, members, rules) ?? winnerOf(members);
  for (const member of members) found.set(member.name, { role, confidence, package: name });
}

/** What the name of a package says, where its modules do not say otherwise clearly; functions that only call others say little. */
function named(
  name: string,
  members: readonly Member[],
  { byName, certain }: RoleRules,
): { role: string; confidence: number } | null {
  const role = byName.get(name.slice(name.lastIndexOf('.') + 1).replace(/^_+/, ''));
  const shown = winnerOf(members);
  if (role === undefined || members.some(({ layer, unit }) => layer !== 'core' || unit !== null)) return null;
  const isOpen = shown.confidence < certain || (shown.role === 'util' && role === 'service');
  return isOpen && shown.role !== role ? { role, confidence: certain } : null;
}

/** The role of the most weight. Modules that show it are independent evidence, which counts as far as the package agrees. */
function winnerOf(members: readonly Member[]): { role: string; share: number; confidence: number } {
  const roles = new Map<string, { role: string; weight: number; doubt: number }>();
  let total = 0;
  for (const { role, confidence, isPackage, silent } of members) {
    const entry = roles.get(role) ?? { role, weight: 0, doubt: 1 };
    const weight = confidence * (isPackage || silent ? FAINT : 1);
    roles.set(role, entry);
    entry.weight += weight;
    entry.doubt *= 1 - weight;
    total += weight;
  }
  const ranked = [...roles.values()].sort((a, b) => b.weight - a.weight || (a.role < b.role ? -1 : 1));
  const [first] = ranked.length > 1 ? ranked.filter(({ role }) => !isBeside(role, members)) : ranked;
  const share = first.weight / total;
  return { role: first.role, share, confidence: Math.round(100 * share * (1 - first.doubt)) / 100 };
}

/** A module of logging beside settings does not make them observability. */
function isBeside(role: string, members: readonly Member[]): boolean {
  const speaking = members.filter(({ silent }) => !silent);
  const shown = speaking.filter((one) => one.role === role).length;
  return role === 'observability' && members.some(({ isSunk }) => isSunk) && 2 * shown <= speaking.length;
}

/** The package below the first one that a module is in, or that is in none. */
function firstPackage(member: Member, root: string): string | null {
  if (root !== '' && member.name.startsWith(`${root}.`)) return packageBelow(member, root);
  const end = member.name.indexOf('.');
  if (end > 0) return member.name.slice(0, end);
  return member.isPackage ? member.name : null;
}

/** The package directly in `above` that a module is, or is in; null when it lies in `above` itself. */
function packageBelow({ name, isPackage }: Member, above: string): string | null {
  if (name === above) return null;
  const end = name.indexOf('.', above.length + 1);
  if (end > 0) return name.slice(0, end);
  return isPackage ? name : null;
}

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}
