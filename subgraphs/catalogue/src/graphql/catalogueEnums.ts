import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { BatchKind } from "../domain/batch.js";
import type { BundleOrigin } from "../domain/bundle.js";
import type { CatalogueEvent } from "../domain/catalogueEvent.js";
import type { EntrustmentStatus } from "../domain/entrustment.js";
import type { GuideCatalogueLevel } from "../domain/guideCatalogue.js";
import type { ExemptionReason } from "../domain/hallPresence.js";
import type { MeasureKind } from "../domain/optimisationMeasure.js";

export const EntrustmentStatusEnum = labelledEnum<EntrustmentStatus>(
  "EntrustmentStatus",
  "进驻(委托)状态。 Its state.",
  {
    ANNOUNCED: ["已公告,尚未生效", "Announced, not yet effective"],
    ACTIVE: ["生效", "Effective"],
    ENDED: ["已终止", "Ended"],
  },
);

export const BundleOriginEnum = labelledEnum<BundleOrigin>(
  "BundleOrigin",
  "一件事来源(R068)。 Whose list it stands on.",
  {
    PROVINCE_CITY: ["省市改革任务", "Province and city"],
    COUNTY: ["县清单", "County"],
    LOCAL: ["本地特色", "A local idea"],
  },
);

export const GuideCatalogueLevelEnum = labelledEnum<GuideCatalogueLevel>(
  "GuideCatalogueLevel",
  "指导目录的层级(R026)。 Who has to adopt a guide catalogue.",
  {
    TOWN: ["镇(街道)", "Towns and streets"],
    VILLAGE: ["村(社区)", "Villages and communities"],
  },
);

export const CatalogueEventTypeEnum = labelledEnum<CatalogueEvent["type"]>(
  "CatalogueEventType",
  "目录发生的变化。 What happened in the catalogue.",
  {
    GuideVersionPublished: ["发布办事指南", "A guide was published"],
    MatterSuspended: ["事项挂起", "A matter was suspended"],
    MatterReactivated: ["事项恢复", "A matter was taken up again"],
    DeferralChangeAcknowledged: ["窗口确认容缺变更(R060)", "A window knows of a change of deferrals"],
    DeferralChangeUnacknowledged: ["窗口逾期未确认容缺变更(R060)", "A window has not acknowledged one in time"],
    EntrustmentAnnounced: ["公告委托", "An entrustment was announced"],
    EntrustmentActivated: ["委托生效", "An entrustment took effect"],
    OptimisationMeasureRecorded: ["登记优化措施(R041)", "A measure was recorded"],
    HallExemptionGranted: ["确认可不进驻大厅(R053)", "A matter was exempted from the hall"],
    HallExemptionEnded: ["撤销不进驻(R053)", "An exemption ended"],
    BatchPublished: ["公布一批事项(R051、R063)", "A batch was published"],
    BatchMatterWithdrawn: ["事项移出批次(R051)", "A matter was taken out of its batch"],
    LegalBasisRepealed: ["依据废止(R051)", "A provision was repealed"],
    EntrustmentEnded: ["委托终止", "An entrustment ended"],
  },
);

export const BatchKindEnum = labelledEnum<BatchKind>("BatchKind", "批次种类。 What a batch is of.", {
  DELEGATION: ["赋权清单(R051)", "Powers delegated to towns"],
  MOBILE: ["掌上办(R063)", "Matters brought onto telephones"],
});

export const ExemptionReasonEnum = labelledEnum<ExemptionReason>(
  "HallExemptionReason",
  "暂不进驻大厅的原因(R053)。 Why a matter need not come to the hall.",
  {
    NATIONAL_SECURITY: ["国家安全", "State security"],
    SPECIAL_PREMISES: ["对办公场所有特殊要求", "Premises of a special kind"],
  },
);

export const MeasureKindEnum = labelledEnum<MeasureKind>(
  "OptimisationMeasureKind",
  "优化措施种类:五减一免(R041)。 What a measure makes less of.",
  {
    STEPS: ["减环节", "Fewer steps"],
    MATERIALS: ["减材料", "Fewer materials"],
    TIME: ["减时限", "Less time"],
    VISITS: ["减跑动", "Fewer visits"],
    COST: ["减成本", "Less cost"],
    FEE_WAIVED: ["免收费", "A fee waived"],
  },
);
