import type { PlainDate } from "@yimen/workdays/plainDate";
import type { GuideContent } from "./guide.js";
import type { GuideCatalogueEntry, GuideCatalogueLevel } from "./guideCatalogue.js";
import type { Matter } from "./matter.js";
import { identityOf } from "./matter.js";
import { formatBasicCode } from "./matterCode.js";
import { exampleUscc } from "./uscc.js";

/** How many matters 邹城市's guide catalogues have (R026: 355项, 62项). */
export const guideCatalogueSizes: Readonly<Record<GuideCatalogueLevel, number>> = { TOWN: 355, VILLAGE: 62 };

const REGION = "zoucheng";
const PUBLISHED: PlainDate = "2022-02-09" as PlainDate;
const topics = [
  "就业服务",
  "社会保障",
  "医疗保障",
  "社会救助",
  "户籍管理",
  "农业农村",
  "卫生健康",
  "退役军人",
  "住房建设",
  "综合服务",
];

/** Who adopts it, with its number among the example bodies, and the sector digits its codes get. */
const adopters = {
  TOWN: { departmentId: "zoucheng-example-town", serial: 311, sector: "90", range: "TOWN", list: "STREET" },
  VILLAGE: {
    departmentId: "zoucheng-example-village",
    serial: 321,
    sector: "91",
    range: "VILLAGE",
    list: "VILLAGE_PROXY",
  },
} as const;

/** The catalogues themselves are attachments nobody has, so that their counts are real and their entries say 示例. */
export const exampleGuideCatalogue = (level: GuideCatalogueLevel): GuideCatalogueEntry[] =>
  Array.from({ length: guideCatalogueSizes[level] }, (_, index) => ({
    id: `${REGION}-${level.toLowerCase()}-${numbered(index)}`,
    regionId: REGION,
    level,
    place: index + 1,
    name: `示例:${topics[index % topics.length]}事项${numbered(index)}`,
    basicCode: formatBasicCode(basicCodeOf(level, index)),
    source: "✱示例(数量 ✔ R026)",
  }));

/** The matters of one town and one village that adopted the whole catalogue. */
export const exampleMatters = (level: GuideCatalogueLevel): Matter[] =>
  exampleGuideCatalogue(level).map((entry, index) => {
    const { departmentId, serial, range, list } = adopters[level];
    return {
      ...identityOf({ body: exampleUscc(serial), level, basic: basicCodeOf(level, index), serial: "01" }),
      id: `${entry.id}-matter`,
      regionId: REGION,
      departmentId,
      name: entry.name,
      nameEn: `Example matter ${numbered(index)}`,
      state: "IN_USE",
      stateReason: null,
      origin: "GUIDE_CATALOGUE",
      mechanism: "ORDINARY",
      serviceTargets: ["NATURAL_PERSON"],
      handlingForms: ["WINDOW", "ONLINE"],
      handlingRange: range,
      onlineDepth: "ACCEPTANCE",
      resultType: "OTHER",
      tags: ["ONLINE", "NEARBY"],
      lists: [list],
      baseline: { materials: 2, forms: 1, steps: 3, onSiteVisits: 1 },
      publishedOn: PUBLISHED,
      lastApplicationOn: null,
      reactivatedOn: null,
      source: entry.source,
      version: 1,
    };
  });

/** The guide every example matter has. */
export const exampleGuide: GuideContent = {
  kind: "INSTANT",
  decisionMode: "SEPARATED",
  important: false,
  statutoryLimit: null,
  promisedLimit: { value: 1, unit: "WORKING_DAY" },
  onSiteVisits: 1,
  legalBases: ["✱示例"],
  acceptanceConditions: ["本市居民"],
  reviewPoints: ["身份核验通过"],
  materials: [
    {
      code: "identity-card",
      name: "申请人身份证",
      type: "IDENTITY_CARD",
      form: "E_LICENCE",
      originals: 0,
      copies: 0,
      source: "GOVERNMENT",
      necessity: "REQUIRED",
      basis: "《中华人民共和国居民身份证法》第十四条 GK",
      deferrable: false,
      maxDeferralDays: null,
      sampleForm: null,
      blankForm: null,
      acceptStandard: "在有效期内;可出示电子证照",
      eLicence: "身份证",
    },
  ],
  steps: [
    { name: "收件核验", limit: { value: 1, unit: "HOUR" }, role: "全科窗口", standard: "核验通过", result: "收件凭证" },
    { name: "办理出件", limit: { value: 3, unit: "HOUR" }, role: "全科窗口", standard: "当场办结", result: "办理结果" },
  ],
  fee: { charged: false, item: null, standard: null, basis: null, reduction: null },
  specialProcedures: [],
  intermediaryServices: [],
};

const numbered = (index: number) => String(index + 1).padStart(3, "0");

const basicCodeOf = (level: GuideCatalogueLevel, index: number) =>
  ({
    region: "37",
    type: "PUBLIC_SERVICE",
    sector: adopters[level].sector,
    main: numbered(index),
    sub: "000",
  }) as const;
