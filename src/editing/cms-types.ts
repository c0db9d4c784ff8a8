/**
 * The types of the CMS's settings. The package's own entry to them names its files without endings, which Node's way
 * of finding modules does not follow.
 */
import type {
  AppEventListener,
  CmsConfig,
  FileFormatter,
  FileParser,
} from "../../node_modules/@sveltia/cms/types/public.d.ts";

export type {
  AuthMethodName,
  Backend,
  CmsConfig,
  EntryCollection,
  Field,
} from "../../node_modules/@sveltia/cms/types/public.d.ts";

/** What the page calls of the CMS. */
export type Cms = {
  readonly init: (options: { readonly config: CmsConfig }) => Promise<void>;
  readonly registerCustomFormat: (
    name: string,
    extension: string,
    methods: { readonly fromFile: FileParser; readonly toFile: FileFormatter },
  ) => void;
  readonly registerEventListener: (listener: AppEventListener) => void;
};
