import type { Rule } from "@yimen/kernel/errors";

const taoshan = "桃政办发〔2021〕24号";
const siyang = "泗阳县“泗易办”政务服务品牌建设实施方案";
const zoucheng = "邹城市深化“一网、一门、一次”改革持续提升基层政务服务能力工作方案";
const district = "推进基层审批服务便民化改革实施方案";
const crew = "基层政务服务人员队伍建设管理办法(试行)";

/** The sentences this subgraph refuses by, literally as the plans have them. */
export const rules = {
  R027: {
    id: "R027",
    sentence: "编制发布新增事项办理规程,确保全市统一、标准规范;同步做好事项目录、服务指南等相关内容公示更新",
    source: zoucheng,
  },
  R028: { id: "R028", sentence: "动态调整政务服务事项实施清单", source: zoucheng },
  R030: { id: "R030", sentence: "依照自治区《乡镇(街道)政务服务事项指导目录清单》", source: district },
  R036: { id: "R036", sentence: "承诺办结时限不得超过法定办理时限", source: crew },
  R038: { id: "R038", sentence: "依据“两份清单”开展审批服务", source: siyang },
  R039: { id: "R039", sentence: "梳理出“非必要认证或证明事项清单”,实行能取消的一律取消", source: siyang },
  R040: { id: "R040", sentence: "梳理出台新一批即办件目录", source: siyang },
  R041: { id: "R041", sentence: "围绕“五减一免”", source: siyang },
  R044: { id: "R044", sentence: "如重新使用,需经县协调办同意", source: siyang },
  R051: {
    id: "R051",
    sentence:
      "坚持成熟一批、赋予一批,根据法律、法规、规章的颁布、修订、废止以及机构职能的变化,依法依程序对赋权清单进行动态调整",
    source: district,
  },
  R053: {
    id: "R053",
    sentence:
      "因国家安全等原因对办公场所有特殊要求暂不进入政务服务中心外,其它未进驻的审批事项均应入驻政务服务大厅实现集中办理",
    source: taoshan,
  },
  R057: {
    id: "R057",
    sentence: "明确本部门委托综合窗口统一受理的事项,部门不再另行受理,并及时进行公告",
    source: taoshan,
  },
  R058: {
    id: "R058",
    sentence: "制定服务指南,及时向综合窗口提供受理清单及样本等信息,内容合法、完整、及时、有效",
    source: taoshan,
  },
  R060: {
    id: "R060",
    sentence: "按“容缺受理”要求标明实行容缺的材料,发生变化时及时通知综合窗口予以更新",
    source: taoshan,
  },
  R063: { id: "R063", sentence: "上线一批、推广一批、使用一批", source: district },
  R061: { id: "R061", sentence: "依法减少和规范申请材料", source: taoshan },
} as const satisfies Record<string, Rule>;
