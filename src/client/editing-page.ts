import { type EditingSettings, RELEASES } from "../editing/cms-config.ts";
import type { Cms } from "../editing/cms-types.ts";
import { releaseForm, releaseMatter, releaseText } from "../editing/release-form.ts";
import { saveFaults } from "../editing/save-faults.ts";

/** Starts the CMS with the settings that the page brings; without a Git host on this machine alone. */

const PREFERENCES = "sveltia-cms.prefs";
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The CMS follows the browser's language unless one is chosen; the office's is German. */
function preferGerman(): void {
  const preferences = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}") as Record<string, unknown>;
  localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "de", ...preferences }));
}

/** The CMS shows the cause of an error of this name to the editor, and of no other. */
function refusal(faults: readonly string[]): Error {
  return new Error("saving_failed", { cause: new Error(`Nicht gespeichert. ${faults.join(" ")}`) });
}

async function start({ cms: config, pressIdPrefix }: EditingSettings): Promise<void> {
  // Before the CMS is loaded, which reads its preferences at once.
  preferGerman();
  const { default: cms }: { default: Cms } = await import("@sveltia/cms");
  cms.registerCustomFormat(RELEASES, "md", { fromFile: releaseForm, toFile: releaseText });
  cms.registerEventListener({
    name: "preSave",
    handler: ({ entry }) => {
      if (entry.get("collection") !== RELEASES) return;
      const faults = saveFaults(entry.get("path"), releaseMatter(entry.get("data").toJS()), pressIdPrefix);
      if (faults.length > 0) throw refusal(faults);
    },
  });
  document.querySelector("#start")?.remove();
  await cms.init({ config });
}

// The local preview reloads a page when content changes, and that would take away what is being written here. It does
// so over a socket, and not where a browser has none.
Reflect.deleteProperty(globalThis, "WebSocket");

const settings = JSON.parse(document.querySelector("#einstellungen")?.textContent ?? "") as EditingSettings;
if (settings.isLocalOnly && !LOCAL_HOSTS.includes(location.hostname)) {
  document.querySelector("#laden")?.remove();
  document.querySelector("#nur-lokal")?.removeAttribute("hidden");
} else {
  await start(settings);
}
