// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.internal.approval.Approvals;
import podium.operation.internal.approval.AskedApprovals;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class ApproveCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionIdentity LAB =
            new SessionIdentity("https://lab:6443", "uid-lab", "ann", List.of(), false);

    @TempDir
    private Path folder;

    private Path request() throws IOException {
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.DELETE,
                ObjectRef.node("n1"),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "Delete node n1\u001b[2J");
        Plan plan = new Plan(
                new ClusterId("lab"),
                "delete",
                "Delete n1",
                List.of(new Step.Write(write, Optional.empty())),
                List.of("8 GPUs go"),
                List.of("Node n1 is gone for good"),
                List.of(),
                List.of());
        Path file = folder.resolve("request.json");
        new Approvals(folder.resolve("ann.json"), "ann@desk", () -> NOW, new AskedApprovals(folder.resolve("asked")))
                .request(plan, LAB)
                .write(file);
        return file;
    }

    private ApproveCommand ben(String typed) {
        return new ApproveCommand(folder.resolve("ben.json"), "ben", () -> Optional.of(typed));
    }

    @Test
    void whoTypesTheClustersNameApprovesWhatWasShown() throws IOException {
        ApproveCommand command = ben("lab");
        command.key();
        assertTrue(command.approve(request(), NOW));
        String said = String.join("\n", command.said());
        for (String shown :
                List.of("ann@desk", "https://lab:6443", "uid-lab", "Delete node n1", "8 GPUs", "gone for good")) {
            assertTrue(said.contains(shown), said);
        }
        assertFalse(said.contains("\u001b"), "a terminal obeys nothing of it");
        Approval approval =
                ApprovalFile.read(folder.resolve("request.json")).approval().orElseThrow();
        assertTrue(approval.isGenuine());
        assertEquals(NOW.plus(ApproveCommand.VALID), approval.until());
        command.key();
        assertTrue(command.said().getLast().endsWith(approval.key()), "the same key as before");
    }

    @Test
    void nothingElseIsApproved() throws IOException {
        assertFalse(ben("lab").approve(request(), NOW), "without a key");
        ben("lab").key();
        assertFalse(ben("prod").approve(request(), NOW), "another name typed");
        Path file = request();
        Files.writeString(file, Files.readString(file).replace("8 GPUs go", "nothing happens"));
        assertFalse(ben("lab").approve(file, NOW), "what is shown was changed");
        assertEquals(Optional.empty(), ApprovalFile.read(file).approval());
    }

    @Test
    void onesOwnRequestIsNotApproved() throws IOException {
        ApprovalKey.make(folder.resolve("ann.json"));
        ApproveCommand self = new ApproveCommand(folder.resolve("ann.json"), "ann", () -> Optional.of("lab"));
        assertFalse(self.approve(request(), NOW));
    }
}
