import { enableCompileCache } from "node:module";

// Loaded before a command (`node --import`): what Node compiled once, types taken out, it need not compile again.
enableCompileCache(".cache/node");
