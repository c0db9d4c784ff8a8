export const data = { layout: null, permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

const ORIGIN = "https://presse.example.org";

export function render({ collections }) {
  const pages = [
    ...["/", "/themen/"].map((url) => `<url><loc>${ORIGIN}${url}</loc></url>`),
    ...collections.listPages.map(({ address }) => `<url><loc>${ORIGIN}${address}</loc></url>`),
    ...collections.newest.map(
      ({ url, date }) => `<url><loc>${ORIGIN}${url}</loc><lastmod>${date.toISOString()}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.join("\n")}
</urlset>
`;
}
