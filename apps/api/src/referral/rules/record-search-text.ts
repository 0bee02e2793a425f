import { referenceOf } from './reference.js';
import { searchText } from './search-text.js';

/** What of a recommendation can be searched for; null once erased, or never given. */
export interface SearchedRecord {
  readonly id: string;
  readonly ambassadorName: string | null;
  readonly prospectName: string | null;
  readonly prospectPhone: string | null;
  readonly prospectEmail: string | null;
  readonly prospectCompany: string | null;
}

export interface SearchedAmbassador {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The column `search_text`: to be told anew whenever one of its parts changes. The message is not searched. */
export function recordSearchText(record: SearchedRecord, ambassador: SearchedAmbassador): string {
  const reference = referenceOf(record.id);
  return searchText(
    [
      reference,
      reference.replace('-', ''),
      record.prospectName,
      record.prospectCompany,
      record.prospectEmail,
      record.ambassadorName ?? ambassador.name,
      ambassador.email,
    ],
    [record.prospectPhone, ambassador.phone],
  );
}
