import type { Rule } from "@yimen/kernel/errors";

const taoshan = "桃政办发〔2021〕24号《桃山区政务服务事项集中办理实施方案》";
const staffRules = "《基层政务服务人员队伍建设管理办法(试行)》";
const streamlining = "《推进基层审批服务便民化改革实施方案》";
const shanyang = "《山阳区关于推进“1+9+N”政务服务帮办代办三级联动工作实施方案》";
const siyang = "泗阳县“泗易办”政务服务品牌建设实施方案";
const zoucheng = "《邹城市深化“一网、一门、一次”改革持续提升基层政务服务能力工作方案》";

/** The sentences of the plans that refusals of this subgraph quote, by requirement number. */
export const plans = {
  R001: {
    id: "R001",
    sentence:
      "“1”是指区级政务服务中心(含分中心),“9”是指9个街道办事处及其所辖村(社区)便民服务中心(站),“N”是指在山阳辖区有条件、有需求的商圈、园区等设立政务服务帮办代办点",
    source: shanyang,
  },
  R005: { id: "R005", sentence: "打造15分钟政务服务圈", source: siyang },
  R006: { id: "R006", sentence: "具备进驻县政务服务大厅条件时应逐步取消分中心", source: siyang },
  R008: { id: "R008", sentence: "“三规范、七统一”", source: streamlining },
  R010: {
    id: "R010",
    sentence: "配备网上办事所需的电脑、打印机、高拍仪、固定电话、评价仪等办公设备",
    source: streamlining,
  },
  R015: {
    id: "R015",
    sentence: "推动镇(街道)便民服务场所全部达到基础型建设标准,并力争达到标准型或标杆型建设标准",
    source: zoucheng,
  },
  R019: {
    id: "R019",
    sentence: "在银行、商场、超市、医院等人流量大、业务办理需求多的公共场所,布设自助终端机、安装便民充值设备",
    source: zoucheng,
  },
  R020: { id: "R020", sentence: "做好基层政务服务场所自助服务终端信息的动态维护工作", source: zoucheng },
  R023: {
    id: "R023",
    sentence:
      "建设泗阳县政务服务地图,在江苏政务服务移动端(含“我的泗阳”APP、微信、支付宝小程序)上发布,提供导航服务,方便企业群众查询信息、就近办理",
    source: siyang,
  },
  R024: {
    id: "R024",
    sentence: "按照服务主题将县政务服务大厅划分为社会保障、金融税务等若干区域",
    source: siyang,
  },
  R073: {
    id: "R073",
    sentence: "依据各单位2020年的办理业务数量进行综合考量,拟设置3个综合窗口",
    source: taoshan,
  },
  R083: {
    id: "R083",
    sentence: "明确本部门首席代表,负责本部门与综合窗口的实时对接,做好受理件的代办、交接、流转、送达及咨询",
    source: taoshan,
  },
  R119: {
    id: "R119",
    sentence: "及时在各级为民服务中心(站、点)公开栏、宣传栏等公示帮办代办制度、人员名单、联系方式及服务范围等内容",
    source: zoucheng,
  },
  R121: { id: "R121", sentence: "成立“跨省帮(代)办”团队", source: siyang },
  R134: {
    id: "R134",
    sentence: "区各审批服务窗口至少指定至少1名熟悉业务人员,组建部门业务专办员队伍",
    source: shanyang,
  },
  R138: {
    id: "R138",
    sentence:
      "各乡镇要选派4名45岁以下服务意识好、责任心强、综合素质高的业务骨干作为全科综合受理窗口工作人员,其中正式在编人员不得少于2人",
    source: streamlining,
  },
  R141: {
    id: "R141",
    sentence: "进驻乡镇民生服务中心和政务服务大厅从事窗口服务工作,并保持人员相对稳定,原则上2年内不得调换",
    source: staffRules,
  },
  R142: {
    id: "R142",
    sentence:
      "要提前报政务服务中心或乡镇民生服务中心审核,审核同意后方可调整,不得私自、随意调回人员,调整的人员需及时报政务服务中心",
    source: staffRules,
  },
  R147: {
    id: "R147",
    sentence: "经过属事单位的业务考核后,能熟练的完成办理业务后即可上岗",
    source: taoshan,
  },
  R149: { id: "R149", sentence: "实行两个岗位之间互为AB岗的零缺位工作制", source: staffRules },
  R150: {
    id: "R150",
    sentence: "即当A责任人出差或因其他原因不能承担该项工作时,由熟悉业务的B责任人接替完成该项工作,并切实负起责",
    source: staffRules,
  },
  R151: { id: "R151", sentence: "AB岗人员应相对固定,不得空岗、缺岗", source: staffRules },
  R152: {
    id: "R152",
    sentence: "严格履行上下班签到制度,在规定时间进行签到、签退",
    source: staffRules,
  },
  R153: {
    id: "R153",
    sentence: "请假手续一般在事前履行,返回工作岗位后要及时销假",
    source: staffRules,
  },
  R155: {
    id: "R155",
    sentence:
      "区政务服务中心每年至少组织一次全区帮办代办员集中统一培训,街道每季度至少组织一次辖区内帮办代办员集中统一培训,村(社区)在参加区、街道集中培训基础上,每月至少组织一次帮办代办员内部培训",
    source: shanyang,
  },
  R160: {
    id: "R160",
    sentence: "在专业队伍之间形成轮岗制,即专业受理队伍在服务一定期限后,到专业审批队伍进行深造",
    source: siyang,
  },
  R161: {
    id: "R161",
    sentence:
      "建立人员统筹调配机制,实行县政务服务大厅窗口人员统一管理,乡镇(街道)为民服务中心窗口人员统一调配,避免“忙闲不均”现象",
    source: siyang,
  },
  R164: {
    id: "R164",
    sentence:
      "进驻政务服务大厅工作人员接受原派驻单位与政务服务中心双重管理,业务工作接受原派驻部门(单位)指导,日常工作接受政务服务中心监督管理",
    source: staffRules,
  },
  R167: {
    id: "R167",
    sentence: "进驻***区政务服务大厅工作半年以上工作人员,由政务服务中心负责按照组织、人社等相关部门要求考核",
    source: staffRules,
  },
  R168: {
    id: "R168",
    sentence: "乡镇民生服务中心工作人员由所属乡镇负责考核",
    source: staffRules,
  },
  R169: {
    id: "R169",
    sentence: "考核采取平时考核与年终考核相结合的方式进行,平时考核每季度开展一次,全面考核“德、能、勤、绩、廉”五个方面",
    source: staffRules,
  },
  R172: {
    id: "R172",
    sentence: "对于季度考核不合格的由政务服务管理机构进行诫勉谈话并责令限期整改",
    source: staffRules,
  },
  R173: {
    id: "R173",
    sentence: "连续两次季度考核不合格的工作人员予以退回并重新选派,经政务服务管理机构同意后上岗",
    source: staffRules,
  },
  R205: {
    id: "R205",
    sentence: "要制定《乡镇民生服务中心窗口及窗口工作人员管理办法》,对窗口及窗口工作人员进行规范化管理和指标量化考核",
    source: staffRules,
  },
  R208: {
    id: "R208",
    sentence: "由属事单位对综合窗口工作人员进行在上岗培训",
    source: taoshan,
  },
  R209: {
    id: "R209",
    sentence: "制定帮办代办培训计划",
    source: shanyang,
  },
} as const satisfies Record<string, Rule>;
