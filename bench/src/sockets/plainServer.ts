import { step, wholeSchema } from "./graph.ts";
import { serve } from "./serve.ts";

serve(wholeSchema(), Number(process.argv[2]), step);
