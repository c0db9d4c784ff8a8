/**
 * What a release's page offers where scripts run: copying its text or short link, and the system's share sheet.
 * Without this script the page lacks nothing, as each of these stands there as a link too.
 */

/** How long a button says that it has copied, in milliseconds. */
const CONFIRMED_FOR = 4_000;

/** Tells a screen reader what happened; only what appears in an element that was there before is read out (ARIA22). */
const status = statusLine();
document.querySelector("main")?.append(status);

for (const section of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  const label = section.dataset.copyLabel;
  const source = section.dataset.copy;
  if (label === undefined || source === undefined || !("clipboard" in navigator)) continue;
  section.append(copyButton(label, source));
}

for (const section of document.querySelectorAll<HTMLElement>("[data-share-url]")) {
  const { shareUrl: url, shareTitle: title } = section.dataset;
  if (url === undefined || title === undefined || !("share" in navigator)) continue;
  const button = buttonNamed("Teilen …");
  button.addEventListener("click", () => {
    // A reader who closes the sheet has not failed.
    navigator.share({ title, url }).catch(() => {});
  });
  section.append(button);
}

/** The text to copy: that of a file of this site, or the value itself. */
async function textOf(source: string): Promise<string> {
  if (!source.endsWith("/text.txt")) return source;
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${source}: ${answer.status}`);
  return answer.text();
}

/** Asks for the clipboard within the click, as Safari gives it at no other time, while the text may still be on its way. */
async function copy(text: Promise<string>): Promise<void> {
  if (!("ClipboardItem" in window)) return navigator.clipboard.writeText(await text);
  const plain = text.then((copied) => new Blob([copied], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
}

function copyButton(label: string, source: string): HTMLButtonElement {
  const button = buttonNamed(label);
  button.addEventListener("click", async () => {
    status.textContent = "";
    const outcome = await copy(textOf(source)).then(
      () => "Kopiert",
      () => "Kopieren ging nicht",
    );
    button.textContent = outcome;
    status.textContent = outcome;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, CONFIRMED_FOR);
  });
  return button;
}

function buttonNamed(name: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = name;
  return button;
}

function statusLine(): HTMLElement {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "visually-hidden";
  return status;
}
