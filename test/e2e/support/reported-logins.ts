import { readFile } from 'node:fs/promises';

export interface ReportedLogin {
  readonly name: string;
  readonly email: string;
}

/**
 * The logins of a Zoom report in its plain English form, each address once: enough to nominate some
 * of those people, and nothing that the program's own reader has a part in.
 */
export async function reportedLogins(path: string): Promise<ReportedLogin[]> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
  const head = lines.findIndex((line) => line.startsWith('Name (Original Name),User Email,'));
  const logins = new Map<string, ReportedLogin>();
  for (const line of lines.slice(head + 1)) {
    const [name = '', email = ''] = line.split(',');
    if (email !== '' && !logins.has(email)) logins.set(email, { name, email });
  }
  return [...logins.values()];
}

/** A nomination list as bytes, for people of one country. */
export function nominationList(
  people: readonly { family: string; given: string; email: string }[],
): { name: string; mimeType: string; buffer: Buffer } {
  const rows = people.map(({ family, given, email }) => ['Austria', family, given, email]);
  const lines = [['Country', 'Family name', 'Given name', 'E-mail'], ...rows];
  const text = lines.map((cells) => cells.join(',')).join('\n');
  return { name: 'nominations.csv', mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}
