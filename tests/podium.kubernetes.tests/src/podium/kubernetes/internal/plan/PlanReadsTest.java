// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.NoObjects;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class PlanReadsTest {
    private static final ObjectRef JOB = AllKinds.job("team", "train");

    private static Plan patching(String patch) {
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.JSON_PATCH, JOB, "", patch, Optional.of("u"), Optional.of("1"), "Suspend Job train");
        return new Plan(
                new ClusterId("lab"),
                "suspend",
                "Suspend train",
                List.of(new Step.Write(write, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static PlanReads reads() {
        return new PlanReads(
                new NoObjects() {
                    @Override
                    public Optional<String> read(ObjectRef ref) {
                        return Optional.of(
                                "{\"metadata\":{\"name\":\"train\",\"uid\":\"u\",\"resourceVersion\":\"1\"},\"spec\":{\"suspend\":true}}");
                    }

                    @Override
                    public boolean serves(ObjectRef collection) {
                        return false;
                    }

                    @Override
                    public List<String> names(ObjectRef collection) {
                        throw new UnsupportedOperationException();
                    }
                },
                AllKinds.WORKLOADS);
    }

    @Test
    void aPlanWhosePatchTestsForAnotherStateIsRefusedInWords() throws IOException {
        for (String misfit : List.of(
                "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":false}]",
                "[{\"op\":\"remove\",\"path\":\"/spec/parallelism\"}]")) {
            Result.Refused refused = assertInstanceOf(Result.Refused.class, reads().compiled(patching(misfit)), misfit);
            assertEquals(
                    "Suspend train does not fit what is there: \"Suspend Job train\" expects Job team/train to be"
                            + " another than it is.",
                    refused.reason());
        }
    }
}
