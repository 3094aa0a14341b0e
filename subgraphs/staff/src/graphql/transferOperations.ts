import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { requestTransfer } from "../requestTransfer.js";
import { reviewTransfer } from "../reviewTransfer.js";
import { visibleTransfers } from "../visibleTransfers.js";
import { RequestTransferInput, ReviewTransferInput, TransferType } from "./transferType.js";

@Resolver()
export class TransferOperations {
  @StaffOnly()
  @Query(() => [TransferType], {
    nullable: true,
    description: "一个网点的人员调整,仅列调用者可见者。 An outlet's transfers, those the caller may see.",
  })
  transfers(@Arg("outletId", () => ID) outletId: string, @Ctx() context: Context) {
    return visibleTransfers(context, outletId);
  }

  @StaffOnly()
  @Mutation(() => TransferType, {
    description: "申请调整人员(R142)。拒绝码:TRANSFER_NOT_ALLOWED、TRANSFER_ALREADY_REQUESTED。 Asks for a transfer.",
  })
  async requestTransfer(
    @Arg("input", () => RequestTransferInput) input: RequestTransferInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.transferById.load(await requestTransfer(context, input));
  }

  @StaffOnly()
  @Mutation(() => TransferType, {
    description:
      "审核调整(R140–R142)。拒绝码:TRANSFER_TOO_EARLY、TRANSFER_NOT_ALLOWED、TRANSFER_CHANGED_MEANWHILE。 Reviews a transfer.",
  })
  async reviewTransfer(@Arg("input", () => ReviewTransferInput) input: ReviewTransferInput, @Ctx() context: Context) {
    return context.loaders.transferById.load(await reviewTransfer(context, input));
  }
}
