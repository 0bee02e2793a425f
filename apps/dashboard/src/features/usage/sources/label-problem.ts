import { line } from '@num-ecard/contracts/text';

/** Characters of a link's name at most. */
export const MAX_LABEL = 80;
const Label = line(MAX_LABEL);

/** What is wrong with the name of a link; `unusable` are characters that no name has. */
export type LabelProblem = 'missing' | 'tooLong' | 'unusable';

/** Undefined when the name will do, as far as one can tell without the card's other links. */
export function labelProblem(typed: string): LabelProblem | undefined {
  const label = typed.trim();
  if (label === '') return 'missing';
  if (label.length > MAX_LABEL) return 'tooLong';
  return Label.safeParse(label).success ? undefined : 'unusable';
}
