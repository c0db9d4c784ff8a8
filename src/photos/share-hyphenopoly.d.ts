/** Hyphenopoly 6.1 ships no types; these are the parts that share pictures call, and nothing else. */
declare module "hyphenopoly" {
  type Settings = {
    /** Languages, by the names of their pattern files. */
    readonly require: readonly "de"[];
    readonly sync: true;
    readonly loaderSync: (file: string, folder: URL) => Uint8Array;
    readonly minWordLength: number;
    readonly leftminPerLang: { readonly de: number };
    readonly rightminPerLang: { readonly de: number };
    readonly hyphen: string;
  };
  const hyphenopoly: {
    /** Reads the patterns at once; the functions hyphenate a text of a language. */
    readonly config: (settings: Settings) => ReadonlyMap<"de", (text: string) => string>;
  };
  export default hyphenopoly;
}
