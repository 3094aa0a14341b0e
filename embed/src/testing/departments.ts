import { readFileSync } from "node:fs";
import { realClock } from "@yimen/kernel/clock";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import { buildSchema, type GraphQLSchema } from "graphql";

export const MATTER = "taoshan-social-organisation-registration";
export const RECEIPT = { caseNo: "TAOSHAN-20260302-000001", secret: "K7M4P9WXQ2HT" };

const outlet = (id: string, name: string, nameEn: string, region: string, openNow: boolean, latitude?: number) => ({
  id,
  name,
  nameEn,
  address: `示例路 ${id.length} 号`,
  phone: "0464-0000001",
  openNow,
  opensNext: openNow ? null : "2026-03-03T00:30:00.000Z",
  closesAt: null,
  hours: { text: "周一至周五 8:30–17:00", textEn: "Monday to Friday, 8:30–17:00" },
  region: { id: region },
  coordinates: latitude === undefined ? null : { latitude, longitude: 125, uri: `geo:${latitude},125` },
});

const outlets = [
  outlet("shanyang-hall", "山阳政务大厅", "Shanyang Hall", "shanyang", true, 30.2),
  outlet("taoshan-west", "桃西街道便民服务中心", "Taoxi Subdistrict Centre", "taoshan", false, 30.01),
  outlet("taoshan-hall", "桃山政务大厅", "Taoshan Hall", "taoshan", true),
];

const guide = {
  version: 1,
  onSiteVisits: 1,
  promisedLimit: { value: 5, unit: "WORKING_DAY" },
  fee: { charged: false, standard: null },
  acceptanceConditions: ["有规范的名称", "有固定的住所 <b>不是标签</b>"],
  materials: [
    {
      id: "m1",
      name: "登记申请书",
      form: "ORIGINAL",
      originals: 1,
      copies: 0,
      necessity: "REQUIRED",
      deferrable: false,
    },
    {
      id: "m2",
      name: "住所使用权证明",
      form: "COPY",
      originals: 0,
      copies: 1,
      necessity: "REQUIRED",
      deferrable: true,
    },
  ],
  steps: [{ name: "受理" }, { name: "审查" }, { name: "决定" }],
};

const matter = { id: MATTER, name: "社会团体成立登记", nameEn: "Registration of a social organisation" };
const known = ({ id }: { readonly id: string }) =>
  id === MATTER ? { ...matter, guide, department: { id: "civil" }, lists: [] } : null;

/** What is told of the case; tests let it go on. */
export const progress = {
  ...RECEIPT,
  status: "UNDER_REVIEW",
  openedAt: "2026-03-02T01:00:00.000Z",
  acceptedAt: "2026-03-02T01:20:00.000Z",
  dueOn: "2026-03-09",
  remainingDays: 4.5,
  missingMaterials: ["住所使用权证明"],
  matter: { id: MATTER },
  outlet: { id: "taoshan-hall" },
  steps: [
    { status: "COLLECTED", at: "2026-03-02T01:00:00.000Z" },
    { status: "ACCEPTED", at: "2026-03-02T01:20:00.000Z" },
  ],
};

type Answers = Readonly<Record<string, (asked: never) => unknown>>;

/** What each subgraph answers at its root and for references to its entities, as far as partners ask. */
const answers: Readonly<Record<string, { readonly roots: Answers; readonly entities: Answers }>> = {
  catalogue: { roots: { matter: known }, entities: { Matter: known } },
  cases: {
    roots: {
      caseProgress: ({ caseNo, secret }: typeof RECEIPT) =>
        caseNo === RECEIPT.caseNo && secret === RECEIPT.secret ? progress : null,
    },
    entities: {},
  },
  staff: {
    roots: {},
    entities: {
      Matter: () => ({ outlets, nearestOutlets }),
      Department: () => ({ name: "桃山区民政局", nameEn: "Civil Affairs Bureau", phone: "0464-0000002" }),
      Outlet: ({ id }: { id: string }) => outlets.find((one) => one.id === id),
    },
  },
};

/** The distances the tests look for: the third has no coordinates. */
const nearestOutlets = ({ latitude }: { readonly latitude: number }) =>
  outlets
    .map((one) => ({ outlet: one, distance: one.coordinates && metres(one.coordinates.latitude - latitude) }))
    .sort((a, b) => (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE));
const metres = (degrees: number) => Math.round(Math.abs(degrees) * 111_195);

interface Representation {
  readonly __typename: string;
}

function schemaOf(name: string): GraphQLSchema {
  const sdl = readFileSync(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), "utf8");
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const { roots = {}, entities = {} } = answers[name] ?? {};
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [field, answer] of Object.entries(roots)) {
    if (fields[field]) fields[field].resolve = (_, args) => answer(args as never);
  }
  if (fields._entities) {
    fields._entities.resolve = (_, { representations }: { representations: readonly Representation[] }) =>
      representations.map((one) => ({ ...one, ...(entities[one.__typename]?.(one as never) as object) }));
  }
  return schema;
}

/** The departments' subgraphs on free ports, with the schemas they have in this repository. */
export async function startDepartments(callerSecret: string): Promise<ReadonlyMap<string, RunningServer>> {
  const started = Object.keys(answers).map(async (name): Promise<[string, RunningServer]> => {
    const schema = schemaOf(name);
    return [name, await serveSubgraph({ name, schema, port: 0, callerSecret, clock: realClock, context: () => ({}) })];
  });
  return new Map(await Promise.all(started));
}
