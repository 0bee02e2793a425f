/** The shape of one language's texts with any texts in it: what another language has to say, too. */
export type Said<Text> = Text extends string
  ? string
  : Text extends (...words: infer Words) => string
    ? (...words: Words) => string
    : Text extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Text]: Said<Text[Key]> };
