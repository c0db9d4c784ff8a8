import { enableCompileCache } from "node:module";

// Loaded before a command (`node --import`): what Node compiled once, types taken out, it need not compile again.
const FOLDER = ".cache/node";
enableCompileCache(FOLDER);
// Threads look for it here.
process.env.NODE_COMPILE_CACHE = FOLDER;
