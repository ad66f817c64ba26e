/**
 * What the reader of a nomination list can say about a row. `column` is that of the cell, `value`
 * its text. E: the row cannot be taken over; W: it can, look at it.
 *
 * | code | | meaning, `params` |
 * |---|---|---|
 * | `missing-name` | E | no name in any of the name columns |
 * | `missing-party` | E | no country or organization, and none given for the whole file |
 * | `unknown-party` | E | `value` is no party of the programme: ask once, remember |
 * | `unsure-party` | E | could be several: the row's `partyCandidates` |
 * | `misspelt-party` | W | taken for the row's party in spite of an error in it |
 * | `invalid-email` | E | `value` is no e-mail address |
 * | `several-emails` | W | several addresses in the cell: all are kept, `params.count` |
 * | `ambiguous-date` | E | `params` `dmy`, `mdy`; one answer settles the file |
 * | `unreadable-date` | W | `value` is no date: left out |
 * | `future-date` | W | `value` is after the meeting's end |
 * | `duplicate-email` | E | same person and address as row `params.first` of the file |
 * | `email-in-two-rows` | E | row `params.first` has the address under another name, `params.name` |
 * | `nominated-twice` | E | row `params.first` names the same person for `params.party` (its id) |
 * | `duplicate-name` | E, W | same name and party as row `params.first`; W when both have their own address |
 * | `unknown-capacity` | W | left open: the meeting's usual capacity is taken |
 * | `unknown-modality` | W | left open |
 * | `unknown-gender` | W | left as not declared |
 * | `not-standing` | W | the source marks it `params.state`: `pending`, `rejected`, `withdrawn` |
 * | `too-long` | E | more than `params.limit` characters |
 * | `hidden-characters` | W | control or text-direction characters were left out |
 * | `email-of-another` | E | the address belongs to somebody with another name, `params.name` |
 * | `email-shared` | E | several people have the address |
 * | `name-with-other-email` | E | this name is nominated with other addresses, `params.name` |
 * | `several-of-that-name` | E | several people of the party have this name |
 * | `other-party` | E | the person is nominated by another party, `params.party` (its id) |
 */
export type NominationIssueCode =
  | 'missing-name'
  | 'missing-party'
  | 'unknown-party'
  | 'unsure-party'
  | 'misspelt-party'
  | 'invalid-email'
  | 'several-emails'
  | 'ambiguous-date'
  | 'unreadable-date'
  | 'future-date'
  | 'duplicate-email'
  | 'email-in-two-rows'
  | 'nominated-twice'
  | 'duplicate-name'
  | 'unknown-capacity'
  | 'unknown-modality'
  | 'unknown-gender'
  | 'not-standing'
  | 'too-long'
  | 'hidden-characters'
  | ConflictCode;

/** Codes that make a row a `conflict`: it speaks of somebody who is already there. */
export type ConflictCode =
  | 'email-of-another'
  | 'email-shared'
  | 'name-with-other-email'
  | 'several-of-that-name'
  | 'other-party';
