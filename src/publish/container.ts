import type { PackageText } from "./package-text.ts";

/** Where the recipe puts the package in the image. */
const IMAGE_FOLDER = "/srv/newsroom";

/**
 * The recipe of a container that serves the package: Caddy, no root, nothing to write to. TLS ends before it, at the
 * cluster's or host's proxy. The base image is named by its tag; whoever must rule out a changed one pins its digest.
 *
 * @example containerFiles().map(({ path }) => path) → ["container/Containerfile"]
 */
export function containerFiles(): PackageText[] {
  return [{ path: "container/Containerfile", text: CONTAINERFILE }];
}

const CONTAINERFILE = `# Bauen im Ordner des entpackten Pakets:
#   podman build -f container/Containerfile -t newsroom .
# Starten:
#   podman run --rm --read-only --cap-drop=all --security-opt=no-new-privileges -p 8080:8080 newsroom
# Wer ausschließen muss, dass sich das Grundabbild ändert, hängt dessen Prüfsumme an: caddy:2-alpine@sha256:…
FROM docker.io/library/caddy:2-alpine

# Das Abbild gibt dem Programm das Recht auf Ports unter 1024; mit --cap-drop=all startet es so nicht. Eine Kopie hat es nicht.
RUN cp /usr/bin/caddy /usr/bin/caddy-ohne-rechte

COPY caddy ${IMAGE_FOLDER}/caddy
COPY site ${IMAGE_FOLDER}/site

ENV NEWSROOM=${IMAGE_FOLDER} NEWSROOM_ADDRESS=:8080 NEWSROOM_ADMIN=off XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp
USER 10001:10001
EXPOSE 8080
CMD ["/usr/bin/caddy-ohne-rechte", "run", "--config", "${IMAGE_FOLDER}/caddy/Caddyfile", "--adapter", "caddyfile"]
`;
