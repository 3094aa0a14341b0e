// Loaded into every measured server: on a signal it frees what can be freed, so that memory means what is held.
const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
process.on("SIGUSR2", () => {
  collect();
  setTimeout(collect, 1_000); // the space of young objects is given back once nothing is made any more
  setTimeout(collect, 1_500);
});
