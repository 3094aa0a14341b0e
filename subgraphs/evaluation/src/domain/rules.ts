import type { Rule } from "@yimen/kernel/errors";

const staffRegulation = "《基层政务服务人员队伍建设管理办法(试行)》";
const siyangBrandPlan = "《“泗易办”政务服务品牌建设实施方案》(泗阳县,2021-05-25)";
const shanyangPlan = "《山阳区关于推进“1+9+N”政务服务帮办代办三级联动工作实施方案》";
const shandongBadReviews = "鲁政办发〔2020〕10号";

/** The sentences that ask for the refusals of this subgraph, literally as the documents have them. */
export const rules = {
  citizensEvaluate: {
    id: "R179",
    sentence: "由群众对窗口服务直接进行评价",
    source: `${staffRegulation}第二十条`,
  },
  everyReportAnswered: {
    id: "R187",
    sentence: "件件有回音,事事有落实",
    source: siyangBrandPlan,
  },
  closedLoop: {
    id: "R188",
    sentence: "形成“落实—评价—整改—落实”的闭环模式",
    source: siyangBrandPlan,
  },
  complaintsInvestigated: {
    id: "R191",
    sentence: "及时受理群众投诉、举报,进行调查核实,处理结果及时反馈投诉、举报人",
    source: `${staffRegulation}第二十二条`,
  },
  problemsRectified: {
    id: "R184",
    sentence: "进一步畅通企业和群众的问题反映渠道,加强群众反映问题落实整改力度",
    source: siyangBrandPlan,
  },
  rectificationTeam: {
    id: "R190",
    sentence: "成立问题整改小组",
    source: siyangBrandPlan,
  },
  progressSupervised: {
    id: "R193",
    sentence: "对各单位工作开展情况进行跟踪督导",
    source: shanyangPlan,
  },
  departmentsAccountable: {
    id: "R195",
    sentence: "对不认真履行职责、影响整体工作进展的部门(单位)予以通报并责令整改,问题严重的依纪依规进行问责",
    source: siyangBrandPlan,
  },
  thirdPartyAssessed: {
    id: "R185",
    sentence: "聘请第三方机构,对全县“泗易办”品牌建设情况进行评价并及时予以通报",
    source: siyangBrandPlan,
  },
  awards: {
    id: "R175",
    sentence: "定期开展泗阳县政务服务“最佳服务大厅”“最佳服务窗口”“最美政务人”评选活动",
    source: siyangBrandPlan,
  },
  oncePerVisit: {
    id: "I-E1",
    sentence: "一次一评、一事一评",
    source: "GB/T 39734-2020 政务服务“一次一评”“一事一评”工作规范",
  },
  realNameReturnVisit: {
    id: "I-E3",
    sentence: "实名差评回访率100%",
    source: shandongBadReviews,
  },
} as const satisfies Record<string, Rule>;
