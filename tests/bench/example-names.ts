import type { Names } from "../../bench/archive.ts";

/** Topics and places of the project's content, enough to file made-up releases under. */
export const EXAMPLE_NAMES: Names = {
  topics: [
    { name: "Integration", slug: "integration" },
    { name: "Straßenbau und Verkehr", slug: "strassenbau-und-verkehr" },
    { name: "Wahlen", slug: "wahlen" },
  ],
  places: [
    { name: "Soest", slug: "soest", key: "05974040", parts: ["Ampen", "Ostönnen"] },
    { name: "Wickede (Ruhr)", slug: "wickede-ruhr", key: "05974056" },
  ],
};
