export * from "./lib/api.js";

import type { InitOutput } from "./pkg/whosaid.js";

/** Makes the reader ready; nothing is fetched. */
export default function init(): Promise<InitOutput>;
