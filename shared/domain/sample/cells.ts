/**
 * Who attended which of the four meetings of 2023, as sets: A expert working group on pillar II
 * (Ankara, September), B on pillar III (Sofia, June), C on pillar IV (Samarkand, November), P the
 * seventeenth Policy Consultative Group meeting (Vienna, December).
 *
 * The Secretariat's report of 20 February 2024 (paragraphs 11–15 and 21) publishes only totals:
 * (35, 10), (34, 10), (24, 5) countries and organizations whose union is 45 and 13, (32, 9) for
 * the policy meeting, 48 and 14 for the year. These sets are SYNTHETIC: one consistent assignment
 * that gives exactly those totals, chosen so that hosts attend their own meeting. They say nothing
 * about who really attended.
 */
export const MEETING_KEYS = ['A', 'B', 'C', 'P'] as const;
export type MeetingKey = (typeof MEETING_KEYS)[number];

/** A set of meetings as text, in the order of `MEETING_KEYS`: `ABP`. */
export type Cell = string;

/** Codes of parties by the exact set of meetings that they attended; the others attended none. */
export const PARTY_CELLS: readonly (readonly [Cell, string])[] = [
  ['ABCP', 'TUR UZB ALB BEL BIH CHN CZE EST FIN KGZ MNE NLD ESP TKM'],
  ['ABP', 'BGR SRB AFG CAN IRN NOR'],
  ['ACP', 'ARM PAK'],
  ['BCP', 'POL UKR'],
  ['ABC', 'DEU LVA'],
  ['AB', 'GEO ITA MLT SVN'],
  ['AC', 'KAZ'],
  ['BC', 'IND'],
  ['AP', 'MKD MDA'],
  ['BP', 'DNK GBR'],
  ['CP', 'BLR'],
  ['A', 'HUN JPN PRT ROU'],
  ['B', 'HRV IRL USA'],
  ['C', 'CYP'],
  ['P', 'AUT RUS CHE'],
  ['ABCP', 'UNODC CARICC CoE EMCDDA'],
  ['ABP', 'INCB SELEC'],
  ['AB', 'EUROPOL EAG'],
  ['AP', 'GCC-CICCD'],
  ['BP', 'UNAIDS'],
  ['A', 'UNMIK'],
  ['B', 'CIS'],
  ['C', 'EU'],
  ['P', 'UNAMA'],
];

/**
 * Participants by the exact set of meetings that they attended: 165, 145, 88 and 109 participants
 * ("over 160", "over 140", "nearly 90", "over 100"), 398 participations of 395 persons in the
 * expert meetings ("nearly 400"), 507 of 501 in the year ("over 500"). Synthetic, as above.
 */
export const PERSON_CELLS: readonly (readonly [Cell, number])[] = [
  ['AB', 2],
  ['BC', 1],
  ['AP', 1],
  ['BP', 1],
  ['CP', 1],
  ['A', 162],
  ['B', 141],
  ['C', 86],
  ['P', 106],
];

/** Codes of the parties present at a meeting. */
export function partiesAt(meeting: MeetingKey): string[] {
  return PARTY_CELLS.filter(([cell]) => cell.includes(meeting)).flatMap(([, codes]) =>
    codes.split(' '),
  );
}

/** Number of participants of a meeting. */
export function participantsAt(meeting: MeetingKey): number {
  return PERSON_CELLS.reduce(
    (sum, [cell, count]) => (cell.includes(meeting) ? sum + count : sum),
    0,
  );
}
