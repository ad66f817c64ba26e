/**
 * A name for the file of each party, made of its code: letters, digits and hyphens, which every file
 * system takes. Two codes that come to the same name, capitals aside, get names of their own: one
 * file never takes another's place. `named` puts what else there is to a name around it.
 */
export function partyFileNames(
  codes: readonly string[],
  named: (code: string) => string,
): readonly string[] {
  const taken = new Set<string>();
  return codes.map((code) => {
    const base = code.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '') || 'party';
    let name = named(base);
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = named(`${base}-${copy}`);
    taken.add(name.toLowerCase());
    return name;
  });
}
