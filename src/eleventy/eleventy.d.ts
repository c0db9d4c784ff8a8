/**
 * Eleventy 3.1 ships no types; these are the parts that the newsroom calls, and nothing else.
 *
 * @see https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/programmatic/
 */
declare module "@11ty/eleventy" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  /** A template that is no file: its data, and the function that renders one page. */
  export type VirtualTemplate = {
    readonly data: Readonly<Record<string, unknown>>;
    readonly render: (data: Readonly<Record<string, unknown>>) => string | Uint8Array;
  };

  export type RunEvent = {
    readonly directories: { readonly output: string };
  };

  export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

  export interface EleventyConfig {
    addPlugin<Options>(plugin: (config: EleventyConfig, options: Options) => void, options?: Options): void;
    addTemplate(path: string, template: VirtualTemplate): void;
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addPassthroughCopy(files: Readonly<Record<string, string>>): void;
    on(
      event: "eleventy.before" | "eleventy.after",
      listener: (event: RunEvent) => void | Promise<void>,
    ): void;
    setDataFileSuffixes(suffixes: readonly string[]): void;
    setServerOptions(options: {
      readonly middleware?: readonly Middleware[];
      readonly domDiff?: boolean;
    }): void;
    setUseGitIgnore(isUsed: boolean): void;
    setWatchThrottleWaitTime(milliseconds: number): void;
  }

  /** What a configuration function returns. */
  export type EleventySettings = {
    readonly dir: { readonly input: string };
    readonly templateFormats: readonly string[];
    readonly pathPrefix: string;
  };

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly runMode?: "serve";
        readonly config: (config: EleventyConfig) => void;
      },
    );
    init(): Promise<void>;
    write(): Promise<unknown>;
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port?: number): Promise<unknown>;
    disableLogger(): void;
  }
}
