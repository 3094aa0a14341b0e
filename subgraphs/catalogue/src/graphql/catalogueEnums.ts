import type { BundleOrigin } from "../domain/bundle.js";
import type { CatalogueEvent } from "../domain/catalogueEvent.js";
import type { EntrustmentStatus } from "../domain/entrustment.js";
import type { GuideCatalogueLevel } from "../domain/guideCatalogue.js";
import { labelledEnum } from "./labelledEnum.js";

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
    EntrustmentEnded: ["委托终止", "An entrustment ended"],
  },
);
