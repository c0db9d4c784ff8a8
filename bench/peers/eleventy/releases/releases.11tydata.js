export default {
  layout: "release.11ty.js",
  tags: ["release"],
  permalink: ({ page, slug }) => `/pressemitteilungen/${dayOf(page.date).replaceAll("-", "/")}/${slug}/`,
};

function dayOf(date) {
  return date.toISOString().slice(0, 10);
}
