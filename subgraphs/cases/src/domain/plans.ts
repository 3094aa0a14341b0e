import type { Rule } from "@yimen/kernel/errors";

const taoshan = "桃政办发〔2021〕24号《桃山区政务服务事项集中办理实施方案》";
const staffRules = "《基层政务服务人员队伍建设管理办法(试行)》";
const shanyang = "《山阳区关于推进“1+9+N”政务服务帮办代办三级联动工作实施方案》";
const zoucheng = "《邹城市深化“一网、一门、一次”改革持续提升基层政务服务能力工作方案》";
const siyang = "《“泗易办”政务服务品牌建设实施方案》";

/** The sentences of the plans that refusals of this subgraph quote, by requirement number. */
export const plans = {
  R003: {
    id: "R003",
    sentence: "在全区建立“横向协作、纵向联动、重点帮办、全员代办”帮办机制",
    source: shanyang,
  },
  R038: { id: "R038", sentence: "依据“两份清单”开展审批服务", source: siyang },
  R042: { id: "R042", sentence: "探索推进“告知承诺+容缺预审+备案制”审批机制改革", source: siyang },
  R045: { id: "R045", sentence: "大厅之外无审批", source: siyang },
  R054: {
    id: "R054",
    sentence: "即办件且办件量大的行政审批事项和属事单位工作人员同时入驻到区政务服务大厅进行办理业务",
    source: taoshan,
  },
  R055: {
    id: "R055",
    sentence: "由属事单位委托政务服务大厅“综合窗口”工作人员收件,属事单位相关工作人员进行审批",
    source: taoshan,
  },
  R057: {
    id: "R057",
    sentence: "明确本部门委托综合窗口统一受理的事项,部门不再另行受理,并及时进行公告",
    source: taoshan,
  },
  R060: { id: "R060", sentence: "按“容缺受理”要求标明实行容缺的材料", source: taoshan },
  R064: {
    id: "R064",
    sentence: "推进基层政务服务事项网上运行,实现群众外网申报、审批线上流转、结果在线可查",
    source: zoucheng,
  },
  R065: {
    id: "R065",
    sentence: "身份证、营业执照、不动产证等高频电子证照亮证应用",
    source: zoucheng,
  },
  R069: { id: "R069", sentence: "实行一表申请、一套材料、一次提交、限时办结", source: siyang },
  R071: { id: "R071", sentence: "设立“一件事”项目综合受理中心", source: siyang },
  R079: {
    id: "R079",
    sentence: "完善“前台综合受理、后台分类审批、综合窗口出件”工作模式",
    source: taoshan,
  },
  R081: {
    id: "R081",
    sentence: "按时按程序完成办理决定,制作结果文书或证件,及时回送综合窗口",
    source: taoshan,
  },
  R084: {
    id: "R084",
    sentence:
      "部门在接到综合窗口通知后要做到随叫随到或根据综合窗口人员需求通过电话、网络等形式提供咨询服务及时跟进办理",
    source: taoshan,
  },
  R085: { id: "R085", sentence: "推进“受审分离”改革", source: siyang },
  R086: {
    id: "R086",
    sentence: "由一名工作人员独立完成事项接件、审查、核准、作出审批决定,并对审批结果终身负责",
    source: siyang,
  },
  R087: {
    id: "R087",
    sentence: "受理事项手续完备,材料齐全,且内容符合法律、法规及有关规定的,必须在规定的时间内办结",
    source: staffRules,
  },
  R088: {
    id: "R088",
    sentence:
      "做好政务服务事项预审受理办理工作,跟踪事项办理进程,对受理事项及时跟踪督办直至办理成功,并将办理结果反馈至申请人",
    source: staffRules,
  },
  R089: {
    id: "R089",
    sentence: "服务对象申请办理或咨询事项时,工作人员应一次性告知服务对象办理程序、申报材料等内容",
    source: staffRules,
  },
  R091: { id: "R091", sentence: "第一位接待服务对象的工作人员为首问责任人", source: staffRules },
  R092: {
    id: "R092",
    sentence: "不属于职责范围内的,应当说明理由,并告知该事项的具体承办部门和联系电话,不得推诿拒绝",
    source: staffRules,
  },
  R093: {
    id: "R093",
    sentence: "条件不符合或手续不全的,要耐心做好解释工作",
    source: staffRules,
  },
  R097: { id: "R097", sentence: "服务对象可通过现场、电话、网络等方式,向办事窗口提出预约服务申请", source: staffRules },
  R098: {
    id: "R098",
    sentence: "同意预约申请的,应与服务对象约定服务时间,并一次性告知服务对象应提供的所有材料",
    source: staffRules,
  },
  R099: { id: "R099", sentence: "不能提供预约服务的,要向服务对象说明理由", source: staffRules },
  R101: {
    id: "R101",
    sentence: "对于因老、弱、病、残等原因无法到现场办理事项的,工作人员应该无偿提供上门服务",
    source: staffRules,
  },
  R103: {
    id: "R103",
    sentence: "为老年人、残疾人等特殊群体开通绿色通道",
    source: zoucheng,
  },
  R110: {
    id: "R110",
    sentence: "指导和督促审批部门在承诺时限内办结审批服务事项",
    source: shanyang,
  },
  R111: {
    id: "R111",
    sentence:
      "协助全科代办员解决审批过程中出现的具体问题,完成涉及本单位的审批服务事项协调推进涉及上级对口单位的审批服务事项办理",
    source: shanyang,
  },
  R112: {
    id: "R112",
    sentence: "代收申请材料,带领或代替企业和群众到区政务服务中心办理手续",
    source: shanyang,
  },
  R117: { id: "R117", sentence: "对帮办代办服务中遇到的难点、堵点问题,及时协调解决问题", source: shanyang },
  R120: {
    id: "R120",
    sentence: "实行帮(代)办事项清单化、手段信息化、服务区域化“三化”管理,扩大免费帮(代)办范围",
    source: siyang,
  },
  R122: {
    id: "R122",
    sentence: "提供“双线融合、异地互认、多地联办”多元政务服务",
    source: siyang,
  },
  R123: {
    id: "R123",
    sentence:
      "跨层级、跨区域、跨部门事项需联动审批的,由涉及部门首席代表在集中办理中心线上与审批监管人员在线协同审批和监管",
    source: siyang,
  },
  R124: {
    id: "R124",
    sentence: "在群众业务办理截止日期前,依托支付宝城市之家、微信小程序、短信等途径推送业务办理提醒",
    source: siyang,
  },
  R126: {
    id: "R126",
    sentence: "对电子印章使用情况进行实时监管,对未审批、不规范的用印行为实时预警,实现印章使用的闭环管理",
    source: siyang,
  },
  R128: {
    id: "R128",
    sentence:
      "行使本部门(单位)行政审批一般申请事项的审批决定权、重要事项的审核上报权、组织协调权及行政审批专用章使用权",
    source: staffRules,
  },
  R130: {
    id: "R130",
    sentence: "除涉及国家秘密、商业秘密、个人隐私外,政务服务工作应当依法向社会公开",
    source: staffRules,
  },
  R131: { id: "R131", sentence: "实行全过程动态跟踪、预警、督办和效能监察", source: staffRules },
  R147: {
    id: "R147",
    sentence: "经过属事单位的业务考核后,能熟练的完成办理业务后即可上岗",
    source: taoshan,
  },
  R151: { id: "R151", sentence: "AB岗人员应相对固定,不得空岗、缺岗", source: staffRules },
} as const satisfies Record<string, Rule>;
