// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import podium.core.text.ReadableTime;
import podium.operation.OperationService;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.plan.Plan;
import podium.ui.texts.Texts;

/** The way of one plan to a second person and back, by files. Blocks; any thread. */
public record ApprovalExchange(OperationService operations, Plan plan) {
    /** What a file that was opened is worth: an approval that counts, or why it does not. */
    public record Opened(Optional<Approval> approval, String words) {}

    /** Writes the request for the other one. */
    public void save(Path file) throws IOException {
        operations.approvalRequest(plan).write(file);
    }

    /** Reads what came back. */
    public Opened open(Path file) throws IOException {
        Optional<Approval> approval = ApprovalFile.read(file).approval();
        if (approval.isEmpty()) {
            return new Opened(Optional.empty(), Texts.of("ApprovalExchange.nobodyHasApprovedIt"));
        }
        Optional<String> problem = operations.approvalProblem(plan, approval.get());
        return problem.isPresent()
                ? new Opened(Optional.empty(), problem.get())
                : new Opened(
                        approval,
                        Texts.of(
                                "ApprovalExchange.approvedByUntil",
                                approval.get().by(),
                                ReadableTime.of(approval.get().until())));
    }
}
