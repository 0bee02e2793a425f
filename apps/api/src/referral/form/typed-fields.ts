/**
 * The fields of a posted form as the object that the same submission has in JSON. Names are paths, `prospect.phone` or
 * `prospect[phone]`; what is no such name is left alone.
 */
export function typedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const people: Record<'ambassador' | 'prospect', Record<string, unknown>> = { ambassador: {}, prospect: {} };
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    // The same field twice is a list; the last one is what a browser shows.
    const text = Array.isArray(value) ? (value.at(-1) as unknown) : value;
    const [, person, part] = /^(ambassador|prospect)(?:\.(\w+)|\[\w+\])$/.exec(name) ?? [];
    const field = part ?? /\[(\w+)\]$/.exec(name)?.[1];
    if (person === 'ambassador' || person === 'prospect') people[person][field ?? ''] = text;
    else rest[name] = text;
  }
  const { declaration } = rest;
  return {
    ...rest,
    // Somebody who came by a personal link leaves these out.
    ...(isEmpty(people.ambassador) ? {} : { ambassador: people.ambassador }),
    prospect: people.prospect,
    declaration: declaration === 'true' || declaration === 'on' || declaration === '1',
  };
}

function isEmpty(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.values(fields).every((value) => typeof value === 'string' && value.trim() === '');
}
