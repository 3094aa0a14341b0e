import { schemaOf, step } from "./graph.ts";
import { serve } from "./serve.ts";

const port = Number(process.argv[2]);
serve(schemaOf("cases"), port, step);
serve(schemaOf("staff"), port + 1, () => {});
