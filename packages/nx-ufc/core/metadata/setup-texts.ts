/** Texts of setup.py that are put together of others, as Python would; null where more than plain fields is asked for. */

/** `"%s = pkg.%s:main" % (name, name)` */
export function percented(text: string, values: readonly string[]): string | null {
  const parts = text.split('%s');
  const isPlain = parts.length === values.length + 1 && parts.every((part) => !part.includes('%'));
  return isPlain ? parts.map((part, i) => part + (values[i] ?? '')).join('') : null;
}

/** `"{0} = pkg.{0}:main".format(name)`, `"{} = …".format(name)` */
export function formatted(text: string, values: readonly string[]): string | null {
  let next = 0;
  let isPlain = true;
  const made = text.replace(/\{([^{}]*)\}/g, (_, field: string) => {
    const value = /^\d*$/.test(field) ? values[field === '' ? next++ : Number(field)] : undefined;
    isPlain &&= value !== undefined;
    return value ?? '';
  });
  const braces = text.replace(/\{\d*\}/g, '');
  return isPlain && !/[{}]/.test(braces) ? made : null;
}
