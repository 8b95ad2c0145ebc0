// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.submit.Submission;

/** Submitting on the real control plane. */
class RealSubmitJourneyTest extends SubmitJourney {
    RealSubmitJourneyTest(@TempDir Path directory) throws Exception {
        super(Ground.Kind.REAL, directory);
    }

    @Test
    void whatAnAdmissionWarnsOfIsSaidBeforeAndAfterItIsSent() throws Exception {
        lab.merge(
                new ObjectRef("", "v1", "namespaces", "Namespace", "", "team"),
                "{\"metadata\":{\"labels\":{\"pod-security.kubernetes.io/warn\":\"restricted\"}}}");
        Plan plan = plan(MANIFEST, new Submission.Held());
        Checked checked = lab.engine.check(plan);
        assertEquals(List.of(), checked.problems());
        assertTrue(
                checked.warnings().stream()
                        .anyMatch(words -> words.startsWith("would violate PodSecurity \"restricted:latest\": ")),
                checked::toString);
        Operation done = lab.done(plan);
        assertTrue(
                done.log().stream()
                        .anyMatch(line -> line.text().startsWith("The server warns: would violate PodSecurity")),
                done::toString);
    }
}
