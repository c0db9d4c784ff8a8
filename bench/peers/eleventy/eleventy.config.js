/** Eleventy's base way: one input file a release, its own front matter, tag collections and pagination. */

const PAGE_SIZE = 20;

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.set({ html: false, linkify: true, typographer: true }));
  config.ignores.add("**/_index.md");
  config.addGlobalData("layout", "base.11ty.js");
  config.addCollection("newest", (api) => newestFirst(api));
  config.addCollection("listPages", (api) => {
    const releases = newestFirst(api);
    const topics = [...new Set(releases.flatMap(({ data }) => topicsOf(data)))].sort();
    const years = groupBy(releases, ({ date }) => date.toISOString().slice(0, 4));
    const months = groupBy(releases, ({ date }) => date.toISOString().slice(0, 7));
    return [
      ...listPages("Pressemitteilungen", "/pressemitteilungen/", releases),
      ...[...years, ...months].flatMap(([period, items]) =>
        listPages(period, `/pressemitteilungen/${period.replace("-", "/")}/`, items),
      ),
      ...topics.flatMap((topic) =>
        listPages(topic, `/themen/${topic}/`, api.getFilteredByTag(topic).sort(compareNewestFirst)),
      ),
    ];
  });
  config.addCollection("topics", (api) =>
    groupBy(
      newestFirst(api).flatMap(({ data }) => topicsOf(data)),
      (topic) => topic,
    ),
  );
  config.addCollection("neighbours", (api) => {
    const releases = newestFirst(api);
    return new Map(releases.map(({ url }, index) => [url, [releases[index + 1], releases[index - 1]]]));
  });
  return { markdownTemplateEngine: false, templateFormats: ["md", "11ty.js"] };
}

function topicsOf({ tags }) {
  return tags.filter((tag) => tag !== "release");
}

function newestFirst(api) {
  return api.getFilteredByTag("release").sort(compareNewestFirst);
}

function compareNewestFirst(a, b) {
  return b.date - a.date;
}

function groupBy(items, keyOf) {
  return [...Map.groupBy(items, keyOf)];
}

function listPages(title, base, releases) {
  const total = Math.ceil(releases.length / PAGE_SIZE);
  return Array.from({ length: total }, (_, index) => ({
    title,
    number: index + 1,
    total,
    count: releases.length,
    address: addressOf(base, index + 1),
    newer: index > 0 ? addressOf(base, index) : undefined,
    older: index + 1 < total ? addressOf(base, index + 2) : undefined,
    releases: releases.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}

function addressOf(base, number) {
  return number === 1 ? base : `${base}seite/${number}/`;
}
