/** What the query keys of a scope's reports begin with; the last day of their period comes next. */
export function usageKey(scope: string): readonly ['usage', string] {
  return ['usage', scope];
}
